package dev.trellis.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Test;

class TickTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final ListedTimers timers = new ListedTimers();
  private final List<String> sent = new ArrayList<>();

  @Test
  void sendsOneMessagePerLeadThatIsDueAndMovesTheCursor() {
    timers.cursor = NOW.minusSeconds(60);
    timers.set("me", "lead-1", NOW.minusSeconds(30));
    timers.set("me", "lead-1", NOW.minusSeconds(20));
    timers.set("me", "lead-2", NOW);
    timers.set("me", "lead-3", NOW.plusMillis(1));

    assertThat(tick(sent::addAll).run()).isEqualTo(2);

    assertThat(sent).containsExactly("lead-1 " + NOW, "lead-2 " + NOW);
    assertThat(timers.cursor).isEqualTo(NOW);
  }

  @Test
  void looksTwoMinutesBackForTimersThatWereWrittenLate() {
    timers.cursor = NOW.minusSeconds(60);
    timers.set("me", "late", timers.cursor.minusSeconds(119));
    timers.set("me", "done-long-ago", timers.cursor.minusSeconds(120));

    tick(sent::addAll).run();

    assertThat(sent).containsExactly("late " + NOW);
  }

  @Test
  void makesUpForAnOutageOfDays() {
    timers.cursor = NOW.minus(Duration.ofDays(3));
    timers.set("me", "lead-1", NOW.minus(Duration.ofDays(2)));

    tick(sent::addAll).run();

    assertThat(sent).hasSize(1);
  }

  @Test
  void keepsTheCursorIfAMessageCouldNotBeSent() {
    timers.cursor = NOW.minusSeconds(60);
    timers.set("me", "lead-1", NOW);

    assertThatThrownBy(() ->
            tick(
                    _ -> {
                      throw new IllegalStateException("no queue");
                    })
                .run())
        .hasMessage("no queue");

    assertThat(timers.cursor).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void theFirstTickLooksBackOneDayAndNotToTheBeginningOfTime() {
    timers.set("me", "lead-1", NOW.minus(Duration.ofHours(23)));
    timers.set("me", "lead-2", NOW.minus(Duration.ofHours(25)));

    tick(sent::addAll).run();

    assertThat(sent).containsExactly("lead-1 " + NOW);
  }

  @Test
  void sendsNothingWhenNothingIsDue() {
    timers.cursor = NOW.minusSeconds(60);
    timers.set("you", "lead-1", NOW);

    assertThat(
            tick(
                    _ -> {
                      throw new IllegalStateException("nothing to send");
                    })
                .run())
        .isZero();
    assertThat(timers.cursor).isEqualTo(NOW);
  }

  @Test
  void tellsOfEachTimerOnce() {
    timers.cursor = NOW.minusSeconds(60);
    timers.set("me", "lead-1", NOW.minusSeconds(1));

    assertThat(tick(sent::addAll).run()).isEqualTo(1);
    assertThat(tick(sent::addAll).run()).isZero();

    assertThat(sent).hasSize(1);
  }

  /** It is told of once as well. */
  @Test
  void tellsOfATimerThatWasWrittenUpToTwoMinutesAfterItWasDue() {
    timers.cursor = NOW;
    timers.set("me", "late", NOW.minusSeconds(119));

    assertThat(tick(sent::addAll).run()).isEqualTo(1);
    assertThat(tick(sent::addAll).run()).isZero();
  }

  @Test
  void goesPageByPageAndMovesTheCursorWithEach() {
    timers.cursor = NOW.minusSeconds(60);
    for (int i = 5; i > 0; i--) {
      timers.set("me", "lead-" + i, NOW.minusSeconds(i));
    }

    assertThat(tick(sent::addAll).step()).isEqualTo(new Tick.Step(2, false));
    assertThat(sent).hasSize(2);
    assertThat(timers.cursor).isEqualTo(NOW.minusSeconds(4).minusMillis(1));
    assertThat(tick(sent::addAll).run()).isEqualTo(3);
    assertThat(timers.cursor).isEqualTo(NOW);
  }

  @Test
  void whoStopsBetweenTwoStepsLosesNothing() {
    for (int stop = 0; stop < 8; stop++) {
      var interrupted = new ListedTimers();
      interrupted.cursor = NOW.minusSeconds(60);
      for (int i = 0; i < 5; i++) {
        interrupted.set("me", "lead-" + i, NOW);
      }
      var left = new AtomicInteger(stop);
      Runnable stopping =
          () -> {
            if (left.getAndDecrement() == 0) {
              throw new IllegalStateException("stopped");
            }
          };
      interrupted.before = stopping;
      var told = new ArrayList<String>();
      var tick =
          new Tick<String>(
              "me",
              interrupted,
              messages -> {
                stopping.run();
                told.addAll(messages);
              },
              (timer, _) -> timer.lead(),
              Clock.fixed(NOW, ZoneOffset.UTC));

      assertThatThrownBy(tick::run).hasMessage("stopped");
      tick.run();

      assertThat(told).contains("lead-0", "lead-1", "lead-2", "lead-3", "lead-4");
      assertThat(told).hasSizeLessThanOrEqualTo(5 + interrupted.page);
    }
  }

  @Test
  void aTimerIsNotSetForSoonerThanItsReasonCanBeSaved() {
    assertThat(Timers.ahead(NOW.plusSeconds(90), NOW)).isEqualTo(NOW.plusSeconds(90));
    assertThat(Timers.ahead(NOW.plusSeconds(1), NOW)).isEqualTo(NOW.plusSeconds(60));
    assertThat(Timers.ahead(NOW.minusSeconds(1), NOW)).isEqualTo(NOW.plusSeconds(60));
    assertThat(Timers.isImminent(NOW.plusSeconds(1), NOW)).isTrue();
    assertThat(Timers.isImminent(NOW.plusSeconds(60), NOW)).isFalse();
    assertThat(Timers.isImminent(NOW, NOW)).isFalse();
  }

  private Tick<String> tick(MessageQueue<String> queue) {
    return new Tick<>(
        "me",
        timers,
        queue,
        (timer, at) -> timer.lead() + " " + at,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static final class ListedTimers implements Timers {
    private record Set(String owner, Timer timer) {}

    private final List<Set> all = new ArrayList<>();
    private final int page = 2;
    private Runnable before = () -> {};
    private Instant cursor = Instant.EPOCH;

    @Override
    public void set(String owner, String lead, Instant dueAt) {
      all.add(new Set(owner, new Timer(lead, dueAt)));
    }

    @Override
    public Page due(String owner, Instant from, Instant to) {
      var due =
          all.stream()
              .filter(s -> s.owner().equals(owner))
              .map(Set::timer)
              .filter(t -> t.dueAt().isAfter(from) && !t.dueAt().isAfter(to))
              .sorted(Comparator.comparing(Timer::dueAt))
              .toList();
      return due.size() <= page
          ? new Page(due, to)
          : new Page(due.subList(0, page), due.get(page - 1).dueAt().minusMillis(1));
    }

    @Override
    public void forget(String owner, List<Timer> told) {
      before.run();
      told.forEach(timer -> all.remove(new Set(owner, timer)));
    }

    @Override
    public Instant cursor(String owner) {
      return cursor;
    }

    @Override
    public void moveCursor(String owner, Instant to) {
      before.run();
      cursor = to;
    }
  }
}
