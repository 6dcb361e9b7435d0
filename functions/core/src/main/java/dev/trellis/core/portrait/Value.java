package dev.trellis.core.portrait;

import java.time.Instant;
import java.util.Set;

/** The value of a field of a portrait, as conditions see it. */
public sealed interface Value {

  /** Nobody told; unknown is not no. */
  record Unknown() implements Value {}

  /** One or several words. */
  record Words(Set<String> words) implements Value {}

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
