package dev.trellis.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "P3D, 2026-02-03T08:00:00Z",
    "P1W, 2026-02-07T08:00:00Z",
    "P1M, 2026-02-28T08:00:00Z",
    "PT2H, 2026-01-31T10:00:00Z",
    "P3DT2H, 2026-02-03T10:00:00Z",
    "P1M2DT30M, 2026-03-02T08:30:00Z"
  })
  void readsPeriodsDurationsAndBoth(String text, Instant end) {
    assertThat(Span.parse(text).after(START)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "3 days", "P3DT", "T2H"})
  void refusesWhatIsNoSpan(String text) {
    assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToGoBack() {
    assertThatThrownBy(() -> Span.parse("-P1D")).hasMessageContaining("forward");
    assertThatThrownBy(() -> Span.parse("PT-1H")).hasMessageContaining("forward");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P9999999D", "P10Y", "P120M", "PT87600H", "P2147483647Y"})
  void nobodyGoesTenYearsAtOnce(String text) {
    assertThatThrownBy(() -> Span.parse(text)).hasMessageContaining("less than 10 years");
  }
}
