package dev.trellis.core.portrait;

/** Points are counted in whole thousandths, so that sums are exact. */
final class Points {

  private static final long THOUSANDTHS = 1000;
  private static final long DAY_SECONDS = 24 * 3600;

  private Points() {}

  static long whole(int points) {
    return points * THOUSANDTHS;
  }

  /** For each time and for each minute; nobody looks at one thing for longer than a day. */
  static long of(int times, int each, long seconds, int perMinute) {
    long dwell = Math.clamp(seconds, 0, DAY_SECONDS);
    return times * whole(each) + dwell * whole(perMinute) / 60;
  }
}
