package dev.trellis.core.port;

import module java.base;

import dev.trellis.core.identity.Ids;
import org.jspecify.annotations.Nullable;

/** Who did what, when: written once where it is done, and never changed. */
public interface Audit {

  /** Two years; then nobody finds it any more. */
  Duration KEPT = Duration.ofDays(731);

  void note(Deed deed);

  /**
   * What was done in a span of time, the latest first.
   *
   * @param to the first instant after it
   * @param actor whose deeds alone are asked for, or null
   * @param after {@link Listing.Page#next} of the page before, or null
   */
  Listing.Page<Deed> page(
      Instant from, Instant to, @Nullable String actor, @Nullable String after, int most);

  /**
   * Something that somebody did or took away.
   *
   * @param what the route or command, as a pattern: never what was said there
   * @param lead to whom it was done, by id, or null
   * @param outcome an HTTP status
   */
  record Deed(
      String id,
      Instant at,
      String actor,
      String role,
      String what,
      @Nullable String lead,
      int outcome) {

    /** One of just now. */
    public static Deed now(
        Instant at, String actor, String role, String what, @Nullable String lead, int outcome) {
      return new Deed(
          Ids.random(), at.truncatedTo(ChronoUnit.MILLIS), actor, role, what, lead, outcome);
    }
  }
}
