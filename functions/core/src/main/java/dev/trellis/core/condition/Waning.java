package dev.trellis.core.condition;

import module java.base;

/** Finds out when something ends that time can take and never give back. */
public final class Waning {

  private static final long LONGEST_SECONDS = 40L * 366 * 24 * 3600;

  private Waning() {}

  /**
   * The first whole second after now at which it does not hold any more; empty if it does not hold
   * now, or will for ever.
   */
  public static Optional<Instant> endOf(Predicate<Instant> holds, Instant now) {
    if (!holds.test(now) || holds.test(now.plusSeconds(LONGEST_SECONDS))) {
      return Optional.empty();
    }
    long held = 0;
    long failed = LONGEST_SECONDS;
    while (failed - held > 1) {
      long middle = (held + failed) / 2;
      if (holds.test(now.plusSeconds(middle))) {
        held = middle;
      } else {
        failed = middle;
      }
    }
    return Optional.of(now.plusSeconds(failed));
  }
}
