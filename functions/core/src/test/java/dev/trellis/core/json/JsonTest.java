package dev.trellis.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;

class JsonTest {

  sealed interface Shape {
    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}
  }

  enum Mood {
    VERY_GOOD,
    BAD
  }

  record All(
      String text,
      int number,
      boolean yes,
      Instant at,
      Mood mood,
      Shape shape,
      List<Shape> shapes,
      SortedMap<Mood, Integer> map) {}

  @Test
  void aRecordSurvivesTheRoundTrip() {
    var map = new TreeMap<>(java.util.Map.of(Mood.BAD, 1, Mood.VERY_GOOD, 2));
    var all =
        new All(
            "中文 \"x\"\n",
            7,
            true,
            Instant.parse("2026-11-20T01:02:03.004Z"),
            Mood.VERY_GOOD,
            new Shape.Circle(2),
            List.of(new Shape.Square(3)),
            map);

    assertThat(Json.read(All.class, Json.write(all))).isEqualTo(all);
    assertThat(Json.write(all)).contains("\"mood\":\"very-good\"", "\"kind\":\"Circle\"");
  }

  @Test
  void whatIsEmptyIsLeftOutAndReadBack() {
    var empty = new All(null, 0, false, null, null, null, List.of(), new TreeMap<>());

    assertThat(Json.write(empty)).isEqualTo("{}");
    assertThat(Json.read(All.class, "{}")).isEqualTo(empty);
  }

  @Test
  void aRefusalNamesTheMemberAndNeverItsContent() {
    assertThatThrownBy(() -> Json.read(All.class, "{\"number\":\"secret\"}"))
        .isInstanceOf(MessageFormatException.class)
        .hasMessage("All.number: expected Number");
    assertThatThrownBy(() -> Json.read(All.class, "{\"mood\":\"secret\"}"))
        .hasMessage("Mood: unknown value");
    assertThatThrownBy(() -> Json.read(All.class, "{\"shape\":{\"kind\":\"secret\"}}"))
        .hasMessage("All.shape: unknown kind");
    assertThatThrownBy(() -> Json.read(All.class, "{\"at\":\"secret\"}"))
        .hasMessage("All.at: not a Instant");
    assertThatThrownBy(() -> Json.parse("{\"x\":secret"))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void depthWithoutEndIsRefused() {
    assertThatThrownBy(() -> Json.parse("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(MessageFormatException.class);
    assertThatThrownBy(() -> Json.parse("[1]")).isInstanceOf(MessageFormatException.class);
    assertThatThrownBy(() -> Json.parse("")).isInstanceOf(MessageFormatException.class);
  }

  @Test
  void onlyOneWholeObjectIsRead() {
    for (var text : List.of("null", "{} {}", "{} x", "{\"a\":1,\"a\":2}")) {
      assertThatThrownBy(() -> Json.parse(text))
          .as(text)
          .isInstanceOf(MessageFormatException.class);
    }
  }

  @Test
  void aListThatHoldsNullIsRefused() {
    assertThatThrownBy(() -> Json.read(Names.class, "{\"names\":[\"a\",null]}"))
        .hasMessage("Names.names: holds null");
  }

  record Names(List<String> names) {}
}
