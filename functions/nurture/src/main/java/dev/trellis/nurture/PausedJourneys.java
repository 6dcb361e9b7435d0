package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.JourneyPauses;

/**
 * Which journeys stand still, as one instance knows it. To read it with each signal would cost a
 * call each, so what a person says reaches the last instance within five minutes.
 */
public final class PausedJourneys {

  /** How long what is known is taken for true. */
  public static final Duration KNOWN_FOR = Sending.OPEN_FOR;

  private final JourneyPauses pauses;
  private final InstantSource clock;
  private Set<String> known = Set.of();
  private Instant readAt = Instant.MIN;

  public PausedJourneys(JourneyPauses pauses, InstantSource clock) {
    this.pauses = pauses;
    this.clock = clock;
  }

  /** True if nobody takes a step of the journey now. */
  public boolean holds(String journey) {
    var now = clock.instant();
    if (!now.isBefore(readAt.plus(KNOWN_FOR))) {
      known = Set.copyOf(pauses.paused().journeys().keySet());
      readAt = now;
    }
    return known.contains(journey);
  }

  /**
   * When to look again whether somebody goes on: within the hour, each lead at a minute of its own,
   * and however often it is asked at the same.
   */
  static Instant nextLook(String lead, Instant now) {
    var minute = Duration.ofMinutes(Math.floorMod(lead.hashCode(), 60));
    var next = now.truncatedTo(ChronoUnit.HOURS).plus(minute);
    return next.isAfter(now) ? next : next.plus(Duration.ofHours(1));
  }
}
