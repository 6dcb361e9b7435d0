package dev.trellis.memory;

import module java.base;

/** Time that passes only when told. */
public final class StandingClock extends Clock {

  private Instant now;

  public StandingClock(Instant start) {
    this.now = start;
  }

  /** Goes to an instant, which lies ahead. */
  public void jump(Instant to) {
    if (to.isBefore(now)) {
      throw new IllegalArgumentException("time does not go back");
    }
    now = to;
  }

  public void forward(TemporalAmount amount) {
    jump(now.plus(amount));
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
    return Clock.fixed(now, zone);
  }
}
