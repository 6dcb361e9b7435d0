package dev.trellis.core.condition;

import module java.base;

/** The value of a field of a portrait, as conditions see it. */
public sealed interface Value {

  /** Nobody told; unknown is not no. */
  record Unknown() implements Value {}

  /** One or several words, some of which may come or go by time alone. */
  record Words(Set<String> words, Changing changing) implements Value {
    public Words(Set<String> words) {
      this(words, NEVER);
    }

    /**
     * @param until the first instant at which time alone changes them
     */
    public Words(Set<String> words, Optional<Instant> until) {
      this(words, until.<Changing>map(Until::new).orElse(NEVER));
    }

    /** The first instant at which time alone may change any of them. */
    public Optional<Instant> until() {
      return changing.at(Set.of()).min(Instant::compareTo);
    }
  }

  /** An instant to compare with now, and where it is meant. */
  record Moment(Instant at, Days days) implements Value {}

  /** A score, in thousandths, that may sink as time passes and never rises by itself. */
  record Amount(Decaying thousandths) implements Value {}

  /** A quantity at an instant. */
  interface Decaying {
    long at(Instant instant);
  }

  /** Future instants at which time alone may bring or take one of these words; all if empty. */
  interface Changing {
    Stream<Instant> at(Set<String> words);
  }

  /** All of them, at one instant. */
  record Until(Instant instant) implements Changing {
    @Override
    public Stream<Instant> at(Set<String> words) {
      return Stream.of(instant);
    }
  }

  Changing NEVER = _ -> Stream.empty();

  /** True if somebody told something. */
  default boolean isKnown() {
    return switch (this) {
      case Unknown _ -> false;
      case Words w -> !w.words().isEmpty();
      case Moment _, Amount _ -> true;
    };
  }
}
