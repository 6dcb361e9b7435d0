package dev.trellis.core.profile;

import module java.base;

/**
 * How often each version of a content was read, when first and last, and for how many seconds
 * (R82).
 */
public record Reads(
    SortedMap<Integer, Integer> versions, Instant first, Instant last, long seconds) {

  /** Nobody reads longer at one go; a tab may stay open for days. */
  public static final long MOST_SECONDS = 60 * 60;

  public Reads {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /** One read. */
  public static Reads once(int version, Instant at, long seconds) {
    return new Reads(new TreeMap<>(java.util.Map.of(version, 1)), at, at, Math.max(0, seconds));
  }

  /** How often altogether. */
  public int count() {
    return versions.values().stream().mapToInt(Integer::intValue).sum();
  }

  public Reads plus(Reads other) {
    var both = new TreeMap<>(versions);
    other.versions.forEach((version, count) -> both.merge(version, count, Integer::sum));
    return new Reads(
        both,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        seconds + other.seconds);
  }
}
