package dev.trellis.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeMachineTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;

  private final TreeSet<Instant> timers = new TreeSet<>();
  private final List<String> log = new ArrayList<>();
  private VirtualClock clock;
  private TimeMachine machine;

  @BeforeEach
  void build() {
    clock = VirtualClock.standing(folder.resolve("clock"), START);
    machine = new TimeMachine(clock, new Timers(), this::tick, () -> log.add("quiet"), () -> {});
  }

  @Test
  void stopsAtEachTimerInOrderAndThenAtTheGoal() throws Exception {
    timers.add(hours(5));
    timers.add(hours(2));

    var moved = machine.advance(Span.of(Duration.ofHours(8)));

    assertThat(ticks()).containsExactly("tick PT0S", "tick PT2H", "tick PT5H", "tick PT8H");
    assertThat(moved).isEqualTo(new TimeMachine.Moved(hours(8), 4));
    assertThat(clock.instant()).isEqualTo(hours(8));
  }

  @Test
  void waitsForQuietBeforeAndAfterEachTick() throws Exception {
    timers.add(hours(1));

    machine.advance(Span.of(Duration.ofHours(1)));

    assertThat(log.stream().filter(line -> !line.startsWith("nothing")))
        .containsExactly("quiet", "tick PT0S", "quiet", "quiet", "tick PT1H", "quiet");
  }

  @Test
  void neverGoesBeyondTheGoal() throws Exception {
    timers.add(hours(72).plusMillis(1));

    machine.advance(Span.of(Duration.ofHours(72)));

    assertThat(ticks()).containsExactly("tick PT0S", "tick PT72H");
  }

  @Test
  void findsATimerThatWorkOnTheWayHasSet() throws Exception {
    timers.add(hours(1));
    machine =
        new TimeMachine(
            clock,
            new Timers(),
            () -> {
              tick();
              if (clock.instant().equals(hours(1))) {
                timers.add(hours(3));
              }
            },
            () -> {},
            () -> {});

    machine.advance(Span.of(Duration.ofHours(4)));

    assertThat(ticks()).containsExactly("tick PT0S", "tick PT1H", "tick PT3H", "tick PT4H");
  }

  @Test
  void tellsTheTimetableWhichMinutesItLeavesOut() throws Exception {
    timers.add(hours(2));

    machine.advance(Span.of(Duration.ofHours(3)));

    assertThat(log).contains("nothing PT0S–PT2H", "nothing PT2H–PT3H");
  }

  @Test
  void staysWhereItIsWhenWorkDoesNotEnd() {
    machine =
        new TimeMachine(
            clock,
            new Timers(),
            this::tick,
            () -> {
              throw new TimeoutException("still at work");
            },
            () -> {});

    assertThatThrownBy(() -> machine.advance(Span.of(Duration.ofHours(1))))
        .isInstanceOf(TimeoutException.class);
    assertThat(clock.instant()).isEqualTo(START);
  }

  private void tick() {
    log.add("tick " + Duration.between(START, clock.instant()));
  }

  private List<String> ticks() {
    return log.stream().filter(line -> line.startsWith("tick")).toList();
  }

  private static Instant hours(long hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private final class Timers implements Timetable {
    @Override
    public Optional<Instant> next(Instant after, Instant until) {
      return Optional.ofNullable(timers.higher(after)).filter(at -> !at.isAfter(until));
    }

    @Override
    public void nothingBetween(Instant after, Instant until) {
      log.add("nothing " + Duration.between(START, after) + "–" + Duration.between(START, until));
    }
  }
}
