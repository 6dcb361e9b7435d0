package dev.trellis.pools;

import module java.base;

import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.Timers;

/** The wake-up calls of pools: when to look at a lead again although nothing happened. */
public final class ReviewLater {

  /** The owner of the timers of placements. */
  public static final String OWNER = "pools";

  /**
   * Which cards lists are made of. Where they become others, everybody is placed anew, as under a
   * changed playbook.
   */
  public static final String SHOWN = "cards-2";

  private ReviewLater() {}

  static void remember(
      Timers timers, String lead, Instant reviewAt, Optional<Instant> known, Instant now) {
    if (!known.equals(Optional.of(reviewAt)) || Timers.isImminent(reviewAt, now)) {
      timers.set(OWNER, lead, Timers.ahead(reviewAt, now));
    }
  }

  /**
   * Turns due wake-up calls into profile updates, since placing looks at the newest profile anyway.
   */
  public static Tick<ProfileUpdated> tick(
      Timers timers, MessageQueue<ProfileUpdated> queue, Clock clock) {
    return new Tick<>(OWNER, timers, queue, (timer, now) -> update(timer.lead(), now), clock);
  }

  // No event caused it and no version is meant.
  private static ProfileUpdated update(String lead, Instant now) {
    return new ProfileUpdated(lead, 0, null, now);
  }
}
