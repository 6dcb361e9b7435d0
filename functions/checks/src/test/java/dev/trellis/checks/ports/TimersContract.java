package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.Timers.Timer;
import org.junit.jupiter.api.Test;

/** What the ticks may expect of any {@link Timers}. */
abstract class TimersContract {

  private static final Instant FROM = Instant.parse("2026-03-01T11:58:00Z");
  private static final Instant TO = Instant.parse("2026-03-01T12:01:00Z");

  private final Timers timers = ports().timers();
  private final String owner = "owner-" + Ids.random();

  abstract Ports ports();

  @Test
  void remindsUntilAndIncludingTheEndOfASpan() {
    timers.set(owner, "L1", TO);
    timers.set(owner, "L2", TO.plusMillis(1));
    assertThat(due(owner, FROM, TO)).containsExactly(new Timer("L1", TO));
  }

  @Test
  void remindsAfterButNotAtTheStartOfASpan() {
    timers.set(owner, "L1", FROM);
    timers.set(owner, "L2", FROM.plusMillis(1));
    assertThat(due(owner, FROM, TO)).containsExactly(new Timer("L2", FROM.plusMillis(1)));
  }

  @Test
  void givesEveryTimerToExactlyOneOfTwoSpansThatMeet() {
    var middle = FROM.plusSeconds(60);
    for (int i = -2; i <= 2; i++) {
      timers.set(owner, "L" + i, middle.plusMillis(i));
    }
    var all = new ArrayList<>(due(owner, FROM, middle));
    all.addAll(due(owner, middle, TO));
    assertThat(all).extracting(Timer::lead).containsExactly("L-2", "L-1", "L0", "L1", "L2");
  }

  @Test
  void isNeverEarlyByAFractionOfAMillisecond() {
    timers.set(owner, "L1", TO.plusNanos(1));
    assertThat(due(owner, FROM, TO)).isEmpty();
    assertThat(due(owner, TO, TO.plusMillis(1))).containsExactly(new Timer("L1", TO.plusMillis(1)));
  }

  @Test
  void remindsEarliestFirstAcrossHoursAndLeads() {
    var expected = new ArrayList<Timer>();
    for (int hour = 0; hour < 5; hour++) {
      for (int i = 0; i < 4; i++) {
        var timer = new Timer("L" + hour + i, FROM.plus(Duration.ofMinutes(60L * hour + i + 1)));
        expected.add(timer);
      }
    }
    expected.reversed().forEach(timer -> timers.set(owner, timer.lead(), timer.dueAt()));
    assertThat(due(owner, FROM, FROM.plus(Duration.ofHours(5))))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void keepsOneOfTimersThatAreTheSame() {
    timers.set(owner, "L1", TO);
    timers.set(owner, "L1", TO);
    assertThat(due(owner, FROM, TO)).hasSize(1);
    assertThat(due(owner, FROM, TO)).hasSize(1);
  }

  @Test
  void keepsAllTimersOfOneLead() {
    timers.set(owner, "L1", TO);
    timers.set(owner, "L1", TO.minusSeconds(1));
    assertThat(due(owner, FROM, TO))
        .containsExactly(new Timer("L1", TO.minusSeconds(1)), new Timer("L1", TO));
  }

  @Test
  void remindsNobodyButTheOwner() {
    timers.set(owner, "L1", TO);
    assertThat(due(owner + "2", FROM, TO)).isEmpty();
    assertThat(due(owner.substring(1), FROM, TO)).isEmpty();
  }

  @Test
  void remindsOfNothingInAnEmptySpan() {
    timers.set(owner, "L1", TO);
    assertThat(due(owner, TO, TO)).isEmpty();
    assertThat(due(owner, TO.plusSeconds(1), TO)).isEmpty();
  }

  @Test
  void looksBackAtLeastTwoDaysWhenItIsAskedForTheFirstTime() {
    timers.set(owner, "L1", TO.minus(Duration.ofDays(2)).plusMillis(1));
    for (var start : List.of(Instant.EPOCH, Instant.EPOCH.minusSeconds(120))) {
      assertThat(due(owner, start, TO)).hasSize(1);
    }
  }

  @Test
  void forgetsNothingInAnOutageOfThreeDays() {
    var start = TO.minus(Duration.ofDays(3));
    timers.set(owner, "L1", start.plusMillis(1));
    timers.set(owner, "L2", TO.minusSeconds(1));
    assertThat(due(owner, start, TO)).extracting(Timer::lead).containsExactly("L1", "L2");
  }

  @Test
  void keepsACursorPerOwner() {
    assertThat(timers.cursor(owner)).isEqualTo(Instant.EPOCH);
    timers.moveCursor(owner, FROM);
    timers.moveCursor(owner, TO);
    assertThat(timers.cursor(owner)).isEqualTo(TO);
    assertThat(timers.cursor(owner + "2")).isEqualTo(Instant.EPOCH);
  }

  @Test
  void remembersManyTimersOfOneInstant() {
    for (int i = 0; i < 50; i++) {
      timers.set(owner, "L" + i, TO);
    }
    assertThat(due(owner, FROM, TO)).hasSize(50);
  }

  @Test
  void forgetsTheTimersItIsToldToAndNoOthers() {
    timers.set(owner, "L1", TO);
    timers.set(owner, "L2", TO);
    timers.set(owner, "L1", TO.minusMillis(1));
    timers.set(owner + "2", "L1", TO);

    timers.forget(owner, List.of(new Timer("L1", TO), new Timer("L3", TO)));
    timers.forget(owner, List.of(new Timer("L1", TO)));

    assertThat(due(owner, FROM, TO))
        .containsExactly(new Timer("L1", TO.minusMillis(1)), new Timer("L2", TO));
    assertThat(due(owner + "2", FROM, TO)).hasSize(1);
  }

  /** More than fit into a page, of one instant and on both sides of it, in two hours. */
  @Test
  void givesACrowdPageByPageAndSaysUpToWhereNothingIsLeft() {
    var crowd = new HashSet<Timer>();
    for (int i = 0; i < 2_100; i++) {
      var minutes = i % 7 == 0 ? 5 : i % 7 == 1 ? 65 : 64;
      crowd.add(new Timer("L" + i, FROM.plus(Duration.ofMinutes(minutes))));
    }
    crowd.forEach(timer -> timers.set(owner, timer.lead(), timer.dueAt()));
    var end = FROM.plus(Duration.ofHours(2));

    for (var from = FROM; from.isBefore(end); ) {
      var page = timers.due(owner, from, end);
      assertThat(crowd).containsAll(page.timers());
      timers.forget(owner, page.timers());
      crowd.removeAll(page.timers());
      from = page.upTo();
      assertThat(crowd).extracting(Timer::dueAt).allMatch(page.upTo()::isBefore);
    }
    assertThat(crowd).isEmpty();
  }

  private List<Timer> due(String whose, Instant from, Instant to) {
    var all = new ArrayList<Timer>();
    var page = timers.due(whose, from, to);
    for (; page.upTo().isBefore(to); page = timers.due(whose, page.upTo(), to)) {
      all.addAll(page.timers());
    }
    all.addAll(page.timers());
    return all;
  }
}
