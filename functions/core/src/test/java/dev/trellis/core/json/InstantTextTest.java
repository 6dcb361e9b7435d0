package dev.trellis.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the JDK reads as an instant is read as the same one, and nothing else is. */
class InstantTextTest {

  @Test
  void readsWhatAnInstantIsWrittenAs() {
    var random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      var at =
          Instant.ofEpochSecond(
              random.nextLong(-62_000_000_000L, 250_000_000_000L),
              random.nextInt(4) * 1_000_000L * random.nextInt(250) + random.nextInt(2));
      assertThat(InstantText.parse(at.toString())).isEqualTo(at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T12:00:00.5Z",
        "2026-03-02T12:00:00.123456789Z",
        "2026-12-31T23:59:59Z",
        "2026-03-02T24:00:00Z",
        "2026-06-30T23:59:60Z",
        "2026-03-02T12:00:00+08:00",
        "2026-02-30T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-03-02T12:60:00Z",
        "2026-03-02T12:00:00.Z",
        "2026-03-02T12:00Z",
        "2026-03-02 12:00:00Z",
        "yesterday"
      })
  void readsAsTheJdkDoes(String text) {
    Instant expected;
    try {
      expected = Instant.parse(text);
    } catch (DateTimeException e) {
      assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
      return;
    }
    assertThat(InstantText.parse(text)).isEqualTo(expected);
  }
}
