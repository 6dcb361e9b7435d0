package dev.trellis.pools;

import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.Timers.Timer;
import java.time.Clock;
import java.time.Instant;

/** The wake-up calls of pools: when to look at a lead again although nothing happened. */
public final class ReviewLater {

  /** The owner of the timers of placements. */
  public static final String OWNER = "pools";

  private ReviewLater() {}

  static void remember(Timers timers, String lead, Instant reviewAt) {
    timers.set(OWNER, lead, reviewAt);
  }

  /**
   * Turns due wake-up calls into profile updates, since placing looks at the newest profile anyway.
   */
  public static Tick<ProfileUpdated> tick(
      Timers timers, MessageQueue<ProfileUpdated> queue, Clock clock) {
    return new Tick<>(OWNER, timers, queue, ReviewLater::update, clock);
  }

  // No event caused it and no version is meant.
  private static ProfileUpdated update(Timer timer, Instant now) {
    return new ProfileUpdated(timer.lead(), 0, null, now);
  }
}
