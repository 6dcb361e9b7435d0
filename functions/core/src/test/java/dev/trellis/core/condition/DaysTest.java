package dev.trellis.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-01-31T07:30, P1M, 2026-02-28T07:30",
    "Asia/Shanghai, 2026-03-01T07:30, P1M, 2026-04-01T07:30",
    "Asia/Shanghai, 2026-05-01T00:10, P1M, 2026-06-01T00:10",
    "Asia/Shanghai, 2028-02-29T10:00, P12M, 2029-02-28T10:00",
    "Asia/Shanghai, 2028-01-31T23:59, P1M, 2028-02-29T23:59",
    "Asia/Shanghai, 2026-12-31T23:30, P1D, 2027-01-01T23:30",
    "America/Los_Angeles, 2026-02-28T17:00, P1M, 2026-03-28T17:00",
    "America/New_York, 2026-03-07T09:00, P1D, 2026-03-08T09:00",
    "America/New_York, 2026-10-31T09:00, P1W, 2026-11-07T09:00",
    "Europe/Berlin, 2026-03-27T08:30, P3D, 2026-03-30T08:30",
    "Europe/Berlin, 2026-10-24T08:30, P1D, 2026-10-25T08:30",
    "Pacific/Kiritimati, 2026-08-31T00:00, P6M, 2027-02-28T00:00",
  })
  void aPeriodEndsAtTheSameLocalHour(
      String zone, LocalDateTime start, Period period, LocalDateTime end) {
    var days = new Days(ZoneId.of(zone));

    assertThat(days.after(at(start, zone), period)).isEqualTo(at(end, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-02T09:00, P7D, 2026-03-09T09:00",
    "Asia/Shanghai, 2026-03-02T09:00, P7D, 2026-03-09T09:00",
    "Europe/Berlin, 2026-10-24T12:00, PT36H, 2026-10-26T00:00",
  })
  void wholeDaysOfATimeAreDaysOfTheCalendar(
      String zone, LocalDateTime start, Duration time, LocalDateTime end) {
    assertThat(new Days(ZoneId.of(zone)).after(at(start, zone), time)).isEqualTo(at(end, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-11-19T23:30:00Z, 2026-11-20",
    "Asia/Shanghai, 2026-11-20T00:30:00Z, 2026-11-20",
    "Asia/Shanghai, 2026-11-20T16:00:00Z, 2026-11-21",
    "America/Los_Angeles, 2027-01-01T07:59:00Z, 2026-12-31",
    "Asia/Kathmandu, 2026-11-19T18:15:00Z, 2026-11-20",
    "UTC, 2026-11-20T00:00:00Z, 2026-11-20",
  })
  void aDayIsADayWhereSomebodyLives(String zone, Instant at, LocalDate day) {
    var days = new Days(ZoneId.of(zone));

    assertThat(days.of(at)).isEqualTo(day);
    assertThat(days.start(day)).isBeforeOrEqualTo(at);
    assertThat(days.end(day)).isAfter(at).isEqualTo(days.start(day.plusDays(1)));
  }

  @Test
  void zonesThatAlwaysAgreeAreOne() {
    assertThat(new Days(ZoneId.of("Etc/UTC"))).isEqualTo(Days.UTC);
  }

  @Test
  void aPeriodsTestHoldsOnOneSideOfItsFlipsOnly() {
    var random = new Random(23);
    var zones = List.of("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Apia");
    int flips = 0;
    for (int round = 0; round < 20_000; round++) {
      var days = new Days(ZoneId.of(zones.get(random.nextInt(zones.size()))));
      var at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 366 * 86_400));
      var period = Period.of(0, random.nextInt(25), random.nextInt(60)).plusDays(random.nextInt(2));
      var test = random.nextBoolean() ? new Within(period) : new OlderThan(period);
      var value = new Value.Moment(at, days);
      for (var flip : test.flips(value, at.minus(Duration.ofDays(3_000))).toList()) {
        if (!period.isZero()) {
          assertThat(test.holds(value, flip))
              .as("%s of %s in %s", test, at, days)
              .isNotEqualTo(test.holds(value, flip.minusSeconds(1)));
          flips++;
        }
      }
    }
    assertThat(flips).isGreaterThan(20_000);
  }

  private static Instant at(LocalDateTime local, String zone) {
    return local.atZone(ZoneId.of(zone)).toInstant();
  }
}
