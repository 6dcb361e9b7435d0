package dev.trellis.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.playbook.Rhythm.Cap;
import dev.trellis.core.playbook.Rhythm.Holidays;
import dev.trellis.core.playbook.Rhythm.Place;
import dev.trellis.core.playbook.Rhythm.Workdays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final Holidays CHINA =
      new Holidays(
          new TreeSet<>(Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 2))),
          new TreeSet<>(Set.of(2025, 2026)),
          Stream.of(
                  "2026-01-01",
                  "2026-01-02",
                  "2026-01-03",
                  "2026-10-01",
                  "2026-10-02",
                  "2026-10-03",
                  "2026-10-04",
                  "2026-10-05",
                  "2026-10-06",
                  "2026-10-07")
              .map(LocalDate::parse)
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10))));
  private static final Rhythm WORKDAYS =
      new Rhythm(
          new Workdays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Map.of("CN", CHINA)),
          LocalTime.of(21, 0),
          LocalTime.of(8, 0),
          List.of());

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Place SHANGHAI = new Place(ZONE, "CN");
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

    assertThat(RHYTHM.next(evening, new Place(ZoneId.of("Europe/Berlin"), "CN"), List.of()))
        .isEqualTo(evening);
    assertThat(RHYTHM.next(evening, new Place(ZoneId.of("Asia/Tokyo"), "CN"), List.of()))
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
            capped(1, 7)
                .next(
                    mailed.plusDays(1).toInstant(),
                    new Place(newYork, "US"),
                    List.of(mailed.toInstant())))
        .isEqualTo(mailed.plusDays(7).toInstant());
  }

  @ParameterizedTest(name = "asked at {1} in {0}, it may go at {2}")
  @CsvSource({
    "CN, 2026-11-20T10:00, 2026-11-20T10:00",
    "CN, 2026-11-20T20:50, 2026-11-23T08:00",
    "CN, 2026-11-21T10:00, 2026-11-23T08:00",
    "CN, 2026-11-22T23:59, 2026-11-23T08:00",
    // The eve of a long rest, and the Saturday that is worked instead.
    "CN, 2026-09-30T21:00, 2026-10-08T08:00",
    "CN, 2026-10-10T10:00, 2026-10-10T10:00",
    "CN, 2026-10-10T20:50, 2026-10-12T08:00",
    // The make-up Sunday of 4 January is not told here.
    "CN, 2025-12-31T22:00, 2026-01-05T08:00",
    // By law it rests on these days of every year, published or not.
    "CN, 2026-12-31T22:00, 2027-01-04T08:00",
    "CN, 2028-05-01T10:00, 2028-05-03T08:00",
    "US, 2027-01-01T10:00, 2027-01-01T10:00",
    // Holidays of others change nothing, and a country that is not told rests on weekends alone.
    "US, 2026-10-01T10:00, 2026-10-01T10:00",
    "US, 2026-10-10T10:00, 2026-10-12T08:00",
    "SE, 2026-10-01T10:00, 2026-10-01T10:00",
  })
  void nothingGoesOutOnDaysOff(String country, String asked, String open) {
    var reader = new Place(ZONE, country);

    assertThat(WORKDAYS.next(at(asked), reader, List.of())).isEqualTo(at(open));
    assertThat(WORKDAYS.isOpen(at(open), reader)).isTrue();
  }

  @Test
  void whereItIsFridayStillAMailGoesOut() {
    var saturdayMorning = at("2026-11-21T08:00");
    var denver = new Place(ZoneId.of("America/Denver"), "US");

    assertThat(WORKDAYS.next(saturdayMorning, denver, List.of())).isEqualTo(saturdayMorning);
  }

  @Test
  void aMailMayStartOnEachWorkingDayAndOnNoOther() {
    var random = new Random(29);
    for (int round = 0; round < 5_000; round++) {
      var now = at("2026-01-01T00:00").plusSeconds(random.nextInt(360 * 86_400));
      var next = WORKDAYS.next(now, SHANGHAI, List.of());
      assertThat(WORKDAYS.isOpen(next, SHANGHAI)).isTrue();
      assertThat(WORKDAYS.next(next, SHANGHAI, List.of())).isEqualTo(next);
      for (var between = now; between.isBefore(next); between = between.plusSeconds(3_600)) {
        var isTooLate = !WORKDAYS.isOpen(between.plus(Duration.ofMinutes(15)), SHANGHAI);
        assertThat(WORKDAYS.isOpen(between, SHANGHAI) && !isTooLate).isFalse();
      }
    }
  }

  @Test
  void aYearThatNobodyToldIsNamed() {
    var workdays = WORKDAYS.workdays();

    assertThat(workdays.untold(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))).isEmpty();
    assertThat(workdays.untold(LocalDate.of(2026, 11, 30), LocalDate.of(2027, 3, 30)))
        .containsExactly("CN 2027");
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
        Workdays.ALL,
        LocalTime.of(21, 0),
        LocalTime.of(8, 0),
        List.of(new Cap(most, Duration.ofDays(days))));
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
