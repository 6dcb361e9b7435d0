package dev.trellis.core.profile;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Origin;
import java.time.Instant;
import java.util.Comparator;

/** One contact between a person and us; the first and the last are kept. */
public record Touch(Instant at, String event, Channel channel, String kind, Origin origin) {

  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::at).thenComparing(Touch::event);

  public Touch {
    origin = origin == null ? Origin.NONE : origin;
  }

  public static Touch earlier(Touch a, Touch b) {
    return a == null ? b : b == null ? a : ORDER.compare(a, b) <= 0 ? a : b;
  }

  public static Touch later(Touch a, Touch b) {
    return a == null ? b : b == null ? a : ORDER.compare(a, b) >= 0 ? a : b;
  }
}
