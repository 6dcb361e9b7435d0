package dev.trellis.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.json.RecordJson.Packed;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  private static final Path BASE = Path.of("/opt");

  sealed interface Plan {
    record Wait(Period period) implements Plan {}

    record Each(List<Plan> plans, String of) implements Plan {}

    sealed interface Ending extends Plan {
      record Stop() implements Ending {}
    }
  }

  record Times(
      Duration duration, Instant instant, LocalDate date, LocalTime time, ZoneId zone, Path path) {}

  record Numbers(int whole, long large, double broken, boolean yes, Integer maybe) {}

  record Collections(
      List<String> list,
      Set<DayOfWeek> set,
      SortedSet<String> sortedSet,
      Map<String, Plan> map,
      SortedMap<Integer, List<String>> sortedMap,
      Map<DayOfWeek, Pair<String>> byDay) {}

  record Pair<T>(T left, T right) {}

  /** Holds what its one word is made of. */
  static final class Word<T> implements Packed<Pair<T>> {
    private final Pair<T> pair;

    private Word(Pair<T> pair) {
      this.pair = pair;
    }

    @Override
    public Pair<T> packed() {
      return pair;
    }

    public static <T> Word<T> unpacked(Pair<T> pair) {
      return new Word<>(pair);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Word<?> word && pair.equals(word.pair);
    }

    @Override
    public int hashCode() {
      return pair.hashCode();
    }
  }

  public record All(
      String text,
      Numbers numbers,
      Times times,
      Collections collections,
      Plan plan,
      Optional<Pair<Plan>> pair,
      Word<Plan> word,
      Map<String, All> parts) {}

  private static final All NOTHING =
      new All(null, null, null, null, null, Optional.empty(), null, Map.of());

  @Test
  void everyKindOfComponentSurvivesTheRoundTrip() throws IOException {
    var plan = new Plan.Each(List.of(new Plan.Wait(Period.ofDays(3)), new Plan.Ending.Stop()), "");
    var all =
        new All(
            "中文 \"x\"\n",
            new Numbers(-7, 1L << 40, 0.25, true, 0),
            new Times(
                Duration.ofMinutes(90),
                Instant.parse("2026-11-20T01:02:03.004Z"),
                LocalDate.of(2026, 11, 20),
                LocalTime.of(8, 30),
                ZoneId.of("Asia/Shanghai"),
                BASE.resolve("pages/a.md")),
            new Collections(
                List.of("b", "a", ""),
                EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                new TreeSet<>(Set.of("z", "y")),
                Map.of("p", plan),
                new TreeMap<>(Map.of(10, List.of("x"), 9, List.of())),
                Map.of(DayOfWeek.FRIDAY, new Pair<>("l", null))),
            plan,
            Optional.of(new Pair<>(new Plan.Ending.Stop(), plan)),
            new Word<>(new Pair<>(plan, plan)),
            Map.of("inner", NOTHING));

    assertThat(read(All.class, write(all))).isEqualTo(all);
    assertThat(write(read(All.class, write(all)))).isEqualTo(write(all));
  }

  @Test
  void whatIsNothingIsLeftOutAndReadBack() throws IOException {
    assertThat(write(NOTHING)).isEqualTo("{}");
    assertThat(read(All.class, "{}")).isEqualTo(NOTHING);
  }

  @Test
  void theOrderThatSomethingHasIsKept() throws IOException {
    var map = new LinkedHashMap<String, Plan>();
    map.put("second", new Plan.Ending.Stop());
    map.put("first", new Plan.Ending.Stop());
    var days = new LinkedHashSet<>(List.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY));
    var ordered = new Collections(List.of(), days, new TreeSet<>(), map, new TreeMap<>(), Map.of());

    var back = read(Collections.class, write(ordered));
    assertThat(back.map().keySet()).containsExactly("second", "first");
    assertThat(back.set()).containsExactly(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY);
  }

  /** Else the same playbook would not give the same bytes. */
  @Test
  void whatHasNoOrderIsWrittenInThatOfItsTexts() throws IOException {
    var days = Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    var plans = Map.<String, Plan>of("c", new Plan.Ending.Stop(), "a", new Plan.Ending.Stop());
    var unordered =
        new Collections(List.of(), days, new TreeSet<>(), plans, new TreeMap<>(), Map.of());

    assertThat(write(unordered))
        .isEqualTo(
            "{\"set\":[\"friday\",\"monday\",\"sunday\"],"
                + "\"map\":{\"a\":{\"kind\":\"Stop\"},\"c\":{\"kind\":\"Stop\"}}}");
  }

  @Test
  void whatItDidNotWriteIsRefused() {
    for (var text :
        List.of(
            "",
            "[]",
            "{\"text\":\"a",
            "{\"secret\":1}",
            "{\"word\":{},\"text\":\"out of order\"}",
            "{\"plan\":{\"kind\":\"Secret\"}}",
            "{\"plan\":{\"of\":\"x\"}}",
            "{\"times\":{\"date\":\"secret\"}}",
            "{\"numbers\":{\"whole\":\"secret\"}}")) {
      assertThatThrownBy(() -> read(All.class, text))
          .as(text)
          .isInstanceOf(MessageFormatException.class);
    }
  }

  private static String write(Record value) throws IOException {
    var out = new ByteArrayOutputStream();
    new RecordJson(BASE).write(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static <T extends Record> T read(Class<T> type, String json) throws IOException {
    var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return new RecordJson(BASE).read(type, in);
  }

  record Shown(@Json.Inline Small inner, Map<String, Small> more, List<String> none, String gone) {}

  record Small(String word, int count, boolean known) {}

  @Test
  void whatIsShownKeepsEmptyMembersAndTheOrderOfMaps() {
    var more = new LinkedHashMap<String, Small>();
    more.put("z", new Small("one", 1, true));
    more.put("a", new Small(null, 0, false));

    assertThat(Json.show(new Shown(new Small("", 0, false), more, List.of(), null)))
        .isEqualTo(
            """
            {"word":"","count":0,"known":false,\
            "more":{"z":{"word":"one","count":1,"known":true},"a":{"count":0,"known":false}},\
            "none":[]}\
            """);
    assertThat(Json.show(List.of())).isEqualTo("[]");
  }
}
