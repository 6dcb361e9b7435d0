package dev.trellis.core.port;

import java.time.Instant;
import java.util.List;

/**
 * Wake-up calls. A timer is a hint: the truth is in the lead's own items, so a timer that comes
 * twice, late or for nothing does no harm. Nobody deletes timers; they expire.
 */
public interface Timers {

  /** Remembers to look at a lead; setting the same timer again changes nothing. */
  void set(String owner, String lead, Instant dueAt);

  /**
   * The timers of one owner that are due after {@code from}, until and including {@code to},
   * earliest first. The cost follows their number and the span, never the number of leads.
   */
  List<Timer> due(String owner, Instant from, Instant to);

  /** Up to which instant the owner has dealt with its timers; {@code Instant.EPOCH} at first. */
  Instant cursor(String owner);

  void moveCursor(String owner, Instant to);

  /** One wake-up call. */
  record Timer(String lead, Instant dueAt) {}
}
