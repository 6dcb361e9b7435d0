package dev.trellis.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R31")
class DatesTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-02 | 2025-01-01T16:00:00Z",
        "2025/1/2 | 2025-01-01T16:00:00Z",
        "2025.1.2 | 2025-01-01T16:00:00Z",
        "20250102 | 2025-01-01T16:00:00Z",
        "2025年1月2日 | 2025-01-01T16:00:00Z",
        "２０２５－０１－０２ | 2025-01-01T16:00:00Z",
        "2025-01-02 10:20 | 2025-01-02T02:20:00Z",
        "2025/1/2 上午9:05 | 2025-01-02T01:05:00Z",
        "2025/1/2 下午9:05:07 | 2025-01-02T13:05:07Z",
        "2025年1月2日 10时20分 | 2025-01-02T02:20:00Z",
        "2025-01-02T10:20:30Z | 2025-01-02T10:20:30Z",
        "2025-01-02T10:20:30.123+02:00 | 2025-01-02T08:20:30Z",
        "2025-01-02 10:20:30 UTC | 2025-01-02T10:20:30Z",
        "2025-01-02 10:20 GMT+8 | 2025-01-02T02:20:00Z",
        "31/12/2024 | 2024-12-30T16:00:00Z",
        "12/31/2024 11:30 PM | 2024-12-31T15:30:00Z",
        "12/31/2024 12:30 am | 2024-12-30T16:30:00Z",
        "02.01.2025 | 2025-01-01T16:00:00Z",
        "Jan 2, 2025 | 2025-01-01T16:00:00Z",
        "Thu, 2 January 2025 10:20 | 2025-01-02T02:20:00Z",
        "02-Jan-25 | 2025-01-01T16:00:00Z",
        "45659 | 2025-01-01T16:00:00Z",
        "45659.5 | 2025-01-02T04:00:00Z",
        "05/05/2025 | 2025-05-04T16:00:00Z",
      })
  void aDateIsReadInOneWay(String text, String at) {
    assertThat(Dates.read(text, SHANGHAI).only().map(Dates.Moment::at)).contains(Instant.parse(at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2025",
        "2025-13-01",
        "31/31/2025",
        "2025-02-30",
        "1/2/25",
        "13800138000",
        "1969-12-31",
        "2025-01-02 25:00",
        "2025/1/2 上午13:00",
        "12/31",
        "2025-01-02 10:20 CST"
      })
  void whatIsNoDateIsNone(String text) {
    var readings = Dates.read(text, SHANGHAI);

    assertThat(readings.only()).isEmpty();
    assertThat(readings.isOpen()).isFalse();
  }

  @Test
  void twoReadingsAreNone() {
    var readings = Dates.read("03/04/2025", SHANGHAI);

    assertThat(readings.isOpen()).isTrue();
    assertThat(readings.only()).isEmpty();
  }

  @Test
  void whatWasTrueOnADayWasSoUpToItsEndButNotAfterItWasTold() {
    var day = Dates.read("2025-01-02", SHANGHAI).only().orElseThrow();

    assertThat(day.endNotAfter(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo(Instant.parse("2025-01-02T15:59:59.999Z"));
    assertThat(day.endNotAfter(Instant.parse("2025-01-02T03:00:00Z")))
        .isEqualTo(Instant.parse("2025-01-02T03:00:00Z"));
  }
}
