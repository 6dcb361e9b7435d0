package dev.trellis.core.profile;

import java.time.Instant;

/** How often a content was read, when first and last, and for how many seconds (R82). */
public record Reads(int count, Instant first, Instant last, long seconds) {
  public Reads plus(Reads other) {
    return new Reads(
        count + other.count,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        seconds + other.seconds);
  }
}
