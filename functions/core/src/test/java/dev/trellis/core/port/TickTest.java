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
    private Instant cursor = Instant.EPOCH;

    @Override
    public void set(String owner, String lead, Instant dueAt) {
      all.add(new Set(owner, new Timer(lead, dueAt)));
    }

    @Override
    public List<Timer> due(String owner, Instant from, Instant to) {
      return all.stream()
          .filter(s -> s.owner().equals(owner))
          .map(Set::timer)
          .filter(t -> t.dueAt().isAfter(from) && !t.dueAt().isAfter(to))
          .sorted(Comparator.comparing(Timer::dueAt))
          .toList();
    }

    @Override
    public Instant cursor(String owner) {
      return cursor;
    }

    @Override
    public void moveCursor(String owner, Instant to) {
      cursor = to;
    }
  }
}
