package dev.trellis.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualClockTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("clock");
  }

  @Test
  void keepsItsLeadOverRealTimeBetweenRuns() {
    var clock = VirtualClock.flowing(file);
    clock.hold();
    clock.jump(clock.instant().plus(MONTH));
    clock.release();

    var ahead = Duration.between(Instant.now(), VirtualClock.flowing(file).instant());
    assertThat(ahead).isCloseTo(MONTH, Duration.ofMinutes(1));
  }

  @Test
  void keepsItsLeadEvenIfKilledOnTheWay() {
    var clock = VirtualClock.flowing(file);
    clock.hold();
    clock.jump(clock.instant().plus(MONTH));

    var again = VirtualClock.flowing(file);
    assertThat(again.instant()).isAfterOrEqualTo(clock.instant());
  }

  @Test
  void letsNoTimePassWhileOnHold() {
    var clock = VirtualClock.flowing(file);
    clock.hold();
    var before = clock.instant();
    clock.jump(before.plus(MONTH));

    assertThat(clock.instant()).isEqualTo(before.plus(MONTH));
  }

  @Test
  void standsAtItsStartOrWhereItWasLeft() {
    var clock = VirtualClock.standing(file, START);
    clock.jump(START.plus(MONTH));

    assertThat(VirtualClock.standing(file, START).instant()).isEqualTo(START.plus(MONTH));
    assertThat(clock.flows()).isFalse();
  }

  @Test
  void neverGoesBack() {
    var clock = VirtualClock.standing(file, START);

    assertThatThrownBy(() -> clock.jump(START.minusMillis(1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
