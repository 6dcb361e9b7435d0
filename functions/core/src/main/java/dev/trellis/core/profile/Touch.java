package dev.trellis.core.profile;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Origin;

/** One contact between a person and us; the first and the last are kept. */
public record Touch(Instant at, String event, Channel channel, String kind, Origin origin) {

  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::at).thenComparing(Touch::event);

  public Touch {
    origin = origin == null ? Origin.NONE : origin;
  }

  static Optional<Touch> earlier(Optional<Touch> a, Optional<Touch> b) {
    return a.isEmpty() || b.isEmpty()
        ? a.or(() -> b)
        : ORDER.compare(a.get(), b.get()) <= 0 ? a : b;
  }

  static Optional<Touch> later(Optional<Touch> a, Optional<Touch> b) {
    return a.isEmpty() || b.isEmpty() ? a.or(() -> b) : ORDER.compare(a.get(), b.get()) > 0 ? a : b;
  }
}
