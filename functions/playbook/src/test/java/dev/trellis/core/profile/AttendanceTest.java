package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often and how long somebody was there, whatever a platform makes of it. */
@Tag("R87")
class AttendanceTest {

  /** 10:00 in Shanghai, on a Thursday. */
  private static final Instant TEN = Instant.parse("2026-03-05T02:00:00Z");

  private static final Profile NOBODY = Profile.of(new Days(ZoneId.of("Asia/Shanghai")));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // what, minutes after ten and seconds of each part, seconds altogether
    "four segments of one webinar,       0 600 10 600 20 600 30 600,  2400",
    "a rejoin after the line was lost,   0 1500 31 900,               2400",
    "a reload,                           0 5 1 2395,                  2400",
    "a replay on the next day,           0 1200 1500 1200,            2400",
    "told without how long,              0 0,                         0",
    "over midnight,                      820 1200 845 1200,           2400"
  })
  void anEventIsAttendedOnce(String what, String parts, long seconds) {
    var words = parts.split(" ");
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < words.length; i += 2) {
      var at = TEN.plus(Duration.ofMinutes(Long.parseLong(words[i])));
      events.add(event(at, new EventAttended("webinar-7", Long.parseLong(words[i + 1]))));
    }

    assertThat(did(events)).as(what).isEqualTo(on(LocalDate.of(2026, 3, 5), 1, seconds));
  }

  @Test
  void twoEventsAreTwo() {
    assertThat(
            did(
                List.of(
                    event(TEN, new EventAttended("summit", 60)),
                    event(TEN.plusSeconds(1), new EventAttended("course", 30)))))
        .isEqualTo(on(LocalDate.of(2026, 3, 5), 2, 90));
  }

  @Test
  void howeverAnAttendanceIsCutAndToldItIsTheSame() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      long seconds = random.nextInt(7_200);
      var whole = List.of(event(TEN, new EventAttended("webinar-7", seconds)));
      var parts = new ArrayList<LeadEvent>();
      long left = seconds;
      for (int p = random.nextInt(6); p > 0; p--) {
        long part = random.nextLong(left + 1);
        left -= part;
        parts.add(event(TEN.plusSeconds(p), new EventAttended("webinar-7", part)));
      }
      parts.add(event(TEN, new EventAttended("webinar-7", left)));
      Collections.shuffle(parts, random);

      assertThat(did(parts)).isEqualTo(did(whole));
      int cut = random.nextInt(parts.size() + 1);
      var joined = fold(parts.subList(0, cut)).join(fold(parts.subList(cut, parts.size())));
      assertThat(joined).isEqualTo(fold(parts));
      assertThat(Profile.fromJson(joined.toJson())).isEqualTo(joined);
    }
  }

  @Test
  void whoeverTellsOfEventsWithoutEndMakesNoProfileGrow() {
    var random = new Random(11);
    var events = new ArrayList<LeadEvent>();
    for (int i = 0; i < 400; i++) {
      var name = "event-" + random.nextInt(300);
      events.add(event(TEN.plusSeconds(i), new EventAttended(name, random.nextInt(60))));
    }
    var all = fold(events);
    Collections.shuffle(events, random);

    assertThat(all.attended()).hasSize(Profile.MOST_EVENTS);
    assertThat(fold(events.subList(0, 150)).join(fold(events.subList(150, 400)))).isEqualTo(all);
  }

  @Test
  void aPageThatIsOpenAllNightIsReadForAnHour() {
    long night = Duration.ofHours(9).toSeconds();
    var events =
        List.of(
            event(TEN, new PageVisited("/pricing", night, null, null, null)),
            event(TEN, new ContentRead("summit-deck", 1, night, null, null)));

    var day = fold(events).countedActivity().get(LocalDate.of(2026, 3, 5));
    assertThat(day)
        .containsEntry(Behaviour.VISIT, new Tally(1, 3_600))
        .containsEntry(Behaviour.READ, new Tally(1, 3_600));
    assertThat(fold(events).countedReads().get("summit-deck").seconds()).isEqualTo(3_600);
  }

  private static Map<LocalDate, Map<Behaviour, Tally>> on(LocalDate day, int count, long seconds) {
    return Map.of(day, Map.of(Behaviour.ATTEND, new Tally(count, seconds)));
  }

  private static Map<LocalDate, ?> did(List<LeadEvent> events) {
    return fold(events).countedActivity();
  }

  private static Profile fold(List<LeadEvent> events) {
    var profile = NOBODY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  private static LeadEvent event(Instant at, Happening happening) {
    return Samples.event("e" + System.identityHashCode(happening), at, happening);
  }
}
