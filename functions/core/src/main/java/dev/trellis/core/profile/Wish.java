package dev.trellis.core.profile;

import java.time.Instant;
import java.util.Comparator;

/** A yes or a no, and who told it. */
record Wish(Authority by, Instant at) {

  static final Comparator<Wish> ORDER = Comparator.comparing(Wish::at).thenComparing(Wish::by);
}
