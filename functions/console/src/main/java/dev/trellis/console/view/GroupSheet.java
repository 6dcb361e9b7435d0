package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Scoring;

/**
 * A group as it is typed into the form of a page.
 *
 * @param typed by the names of the inputs
 */
public record GroupSheet(Map<String, String> typed) {

  /** So many questions are asked one below the other; more are written in words. */
  public static final int ROWS = 4;

  /** Nothing. */
  public static final GroupSheet EMPTY = new GroupSheet(Map.of());

  private static final String DAYS = "P%sD";

  /**
   * What a list of leads was filtered by, as far as a group can ask for it: not for names, nor for
   * the first touch, nor for where a lead is.
   */
  public static GroupSheet of(Map<String, String> asked, Optional<Scoring.Grades> grades) {
    var all = new ArrayList<String>();
    for (var field : List.of("stage", "heat", "tag")) {
      given(asked, field).ifPresent(value -> all.add(one(field, "is", quoted(value))));
    }
    given(asked, "grade")
        .filter(Scoring.Grades.ALL::contains)
        .ifPresent(grade -> grades.ifPresent(g -> all.addAll(points(grade, g))));
    given(asked, "touch")
        .ifPresent(days -> {
          var isOver = days.startsWith(LeadSearch.OVER);
          var past = one("lastTouch", "olderThan", DAYS.formatted(days.replaceAll("\\D", "")));
          all.add(isOver ? past : one("lastTouch", "known", "true"));
          if (!isOver) {
            all.add("not: { " + past + " }");
          }
        });
    var who =
        all.stream()
            .map(line -> "  - " + line + "\n")
            .collect(Collectors.joining("", "all:\n", ""));
    return new GroupSheet(all.isEmpty() ? Map.of() : Map.of("who", who, "of", "PROSPECTS"));
  }

  /** What such a list was filtered by and no group can ask for. */
  public static List<String> unasked(Map<String, String> asked) {
    return Stream.of("q", "company", "pool", "group", "owner", "source")
        .filter(name -> given(asked, name).isPresent())
        .toList();
  }

  private static Optional<String> given(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static String one(String field, String asks, String value) {
    return "%s: { %s: %s }".formatted(field, asks, value);
  }

  private static List<String> points(String grade, Scoring.Grades grades) {
    var all = new ArrayList<String>();
    var fit = grades.fit();
    var deeds = grades.engagement();
    all.addAll(between("fit", "ABC".indexOf(grade.charAt(0)), fit.a(), fit.b()));
    all.addAll(between("activity", "123".indexOf(grade.charAt(1)), deeds.one(), deeds.two()));
    return all;
  }

  private static List<String> between(String score, int step, int high, int low) {
    var all = new ArrayList<String>();
    if (step < 2) {
      all.add(one(score, "atLeast", Integer.toString(step == 0 ? high : low)));
    }
    if (step > 0) {
      all.add("not: { " + one(score, "atLeast", Integer.toString(step == 1 ? high : low)) + " }");
    }
    return all;
  }

  /** How an answer is looked at. */
  public enum Asks {
    IS,
    IN,
    KNOWN,
    UNKNOWN
  }

  public String of(String name) {
    return typed.getOrDefault(name, "").strip();
  }

  public String id() {
    return of("id");
  }

  /** The same as {@code audiences.yaml} has it, of which JSON is a part. */
  public String text() {
    var text = new StringBuilder();
    text.append("id: ").append(quoted(id()));
    text.append("\nname: ").append(Json.compose(Map.of("zh", of("zh"), "en", of("en"))));
    text.append("\nof: ").append(quoted(of("of").toLowerCase(Locale.ROOT)));
    var rows = rows();
    if (!of("who").isEmpty()) {
      text.append("\nwho:").append(block(of("who")));
    } else if (!rows.isEmpty()) {
      text.append("\nwho: ").append(Json.compose(Map.of("all", rows)));
    }
    return text.append("\n").toString();
  }

  private static String quoted(String text) {
    var list = Json.compose(Map.of("", text));
    return list.substring(list.indexOf(':') + 1, list.length() - 1);
  }

  private static String block(String who) {
    return "\n" + who.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }

  private List<Map<String, Object>> rows() {
    return IntStream.range(0, ROWS)
        .filter(row -> !of("field" + row).isEmpty())
        .mapToObj(row -> Map.<String, Object>of(of("field" + row), asked(row)))
        .toList();
  }

  private Map<String, Object> asked(int row) {
    var value = of("value" + row);
    return switch (of("asks" + row)) {
      case "IN" -> Map.of("in", Stream.of(value.split("[,，]")).map(String::strip).toList());
      case "KNOWN" -> Map.of("known", true);
      case "UNKNOWN" -> Map.of("known", false);
      default -> Map.of("is", value);
    };
  }
}
