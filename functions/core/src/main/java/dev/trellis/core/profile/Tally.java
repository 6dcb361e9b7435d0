package dev.trellis.core.profile;

/** How often, and for how many seconds altogether. */
public record Tally(int count, long seconds) {
  public Tally plus(Tally other) {
    return new Tally(count + other.count, seconds + other.seconds);
  }
}
