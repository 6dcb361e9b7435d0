package dev.trellis.local.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when told, in memory. */
public final class JumpingClock extends Clock {

  private Instant now;

  public JumpingClock(Instant start) {
    this.now = start;
  }

  /** Goes to an instant, which lies ahead. */
  public void jump(Instant to) {
    if (to.isBefore(now)) {
      throw new IllegalArgumentException("time does not go back");
    }
    now = to;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock speaks UTC");
  }
}
