package dev.trellis.core.portrait;

import java.time.Instant;
import java.util.Set;

/** The value of a field of a portrait, as conditions see it. */
public sealed interface Value {

  /** Nobody told; unknown is not no. */
  record Unknown() implements Value {}

  /**
   * One or several words.
   *
   * @param until the first instant at which time alone changes them; null if it cannot
   */
  record Words(Set<String> words, Instant until) implements Value {
    public Words(Set<String> words) {
      this(words, null);
    }
  }

  /** An instant to compare with now. */
  record Moment(Instant at) implements Value {}

  /** A score, in thousandths, that may sink as time passes and never rises by itself. */
  record Amount(Decaying thousandths) implements Value {}

  /** A quantity at an instant. */
  interface Decaying {
    long at(Instant instant);
  }

  Value UNKNOWN = new Unknown();
}
