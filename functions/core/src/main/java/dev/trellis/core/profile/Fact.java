package dev.trellis.core.profile;

import java.time.Instant;
import java.util.Comparator;

/** A value as one authority last told it, and the event that told it. */
public record Fact(String value, Instant at, String event) {

  static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::at).thenComparing(Fact::event).thenComparing(Fact::value);

  /** The same in other words. */
  public Fact as(String words) {
    return words.equals(value) ? this : new Fact(words, at, event);
  }

  /** The later of two; ties go by event id, so that every order of arrival ends the same. */
  public static Fact later(Fact a, Fact b) {
    return ORDER.compare(a, b) >= 0 ? a : b;
  }
}
