package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.playbook.Rhythm.Cap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Rhythm RHYTHM = capped(2, 7);

  @ParameterizedTest(name = "asked at {0}, it may go at {1}")
  @CsvSource({
    "2026-11-20T08:00, 2026-11-20T08:00",
    "2026-11-20T07:59, 2026-11-20T08:00",
    "2026-11-20T20:44, 2026-11-20T20:44",
    "2026-11-20T20:45, 2026-11-21T08:00",
    "2026-11-20T21:00, 2026-11-21T08:00",
    "2026-11-20T23:59, 2026-11-21T08:00",
    "2026-11-21T00:00, 2026-11-21T08:00",
  })
  void nothingStartsAtNightOrSoShortlyBeforeThatItWouldArriveThen(String asked, String open) {
    assertThat(RHYTHM.next(at(asked), SHANGHAI, List.of())).isEqualTo(at(open));
  }

  @Test
  void theHoursAreThoseOfTheReader() {
    var evening = at("2026-11-20T20:00");

    assertThat(RHYTHM.next(evening, ZoneId.of("Europe/Berlin"), List.of())).isEqualTo(evening);
    assertThat(RHYTHM.next(evening, ZoneId.of("Asia/Tokyo"), List.of()))
        .isEqualTo(at("2026-11-21T07:00"));
  }

  @Test
  void theCapCountsBackFromEachMail() {
    var first = at("2026-11-16T10:00");
    var second = at("2026-11-18T10:00");
    var now = at("2026-11-20T10:00");

    assertThat(RHYTHM.next(now, SHANGHAI, List.of(second))).isEqualTo(now);
    assertThat(RHYTHM.next(now, SHANGHAI, List.of(second, first)))
        .isEqualTo(at("2026-11-23T10:00"));
    assertThat(RHYTHM.next(at("2026-11-23T10:00"), SHANGHAI, List.of(first, second)))
        .isEqualTo(at("2026-11-23T10:00"));
  }

  @Test
  void aWeekIsOverAtTheSameHourWhateverTheClocksDo() {
    var newYork = ZoneId.of("America/New_York");
    var mailed = LocalDateTime.parse("2026-03-05T10:00").atZone(newYork);

    assertThat(
            capped(1, 7).next(mailed.plusDays(1).toInstant(), newYork, List.of(mailed.toInstant())))
        .isEqualTo(mailed.plusDays(7).toInstant());
  }

  @Test
  void aPersonMayWantLess() {
    var mailed = List.of(at("2026-11-18T10:00"));
    var now = at("2026-11-20T10:00");

    assertThat(RHYTHM.slower("weekly").next(now, SHANGHAI, mailed))
        .isEqualTo(at("2026-11-25T10:00"));
    assertThat(RHYTHM.slower("monthly").next(now, SHANGHAI, mailed))
        .isEqualTo(at("2026-12-18T10:00"));
    assertThat(RHYTHM.slower("any")).isSameAs(RHYTHM);
  }

  @ParameterizedTest(name = "{0} per {1} days and {2}, mailed {3}: it may go at {4}")
  @CsvSource({
    // the company's is stricter
    "1, 30, weekly,  2026-11-18T10:00,                  2026-12-18T10:00",
    "2, 30, weekly,  2026-11-01T10:00 2026-11-02T10:00, 2026-12-01T10:00",
    // the person's is stricter
    "3, 7,  weekly,  2026-11-18T10:00,                  2026-11-25T10:00",
    "1, 7,  monthly, 2026-11-18T10:00,                  2026-12-18T10:00",
    // first the one, then the other
    "2, 10, weekly,  2026-11-12T10:00 2026-11-14T10:00, 2026-11-22T10:00",
    "2, 10, weekly,  2026-11-09T10:00 2026-11-19T10:00, 2026-11-26T10:00",
    // both are over, and neither opens the night
    "1, 7,  weekly,  2026-10-01T10:00,                  2026-11-20T10:00",
    "1, 30, weekly,  2026-11-18T20:50,                  2026-12-19T08:00",
    "3, 7,  weekly,  2026-11-18T20:50,                  2026-11-26T08:00",
  })
  void theCompanysCapAndThePersonsBothHold(
      int most, int days, String pace, String mailed, String open) {
    var now = at("2026-11-20T10:00");
    var sent = Stream.of(mailed.split(" ")).map(RhythmTest::at).toList();

    assertThat(capped(most, days).slower(pace).next(now, SHANGHAI, sent)).isEqualTo(at(open));
  }

  private static Rhythm capped(int most, int days) {
    return new Rhythm(
        LocalTime.of(21, 0), LocalTime.of(8, 0), List.of(new Cap(most, Duration.ofDays(days))));
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
