package dev.trellis.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Wake-up calls. A timer is a hint: the truth is in the lead's own items, so a timer that comes
 * twice, late or for nothing does no harm. Only the tick that has told of a timer forgets it.
 */
public interface Timers {

  /** As long as whoever sets a timer has to save what it is for; nobody may run for longer. */
  Duration SAVING = Duration.ofMinutes(1);

  /**
   * When to set a timer for something that is due: then, but not within {@link #SAVING} from now.
   * So no tick tells of a timer before what it is for is saved, and none forgets one that was set
   * anew meanwhile.
   */
  static Instant ahead(Instant dueAt, Instant now) {
    var soonest = now.plus(SAVING);
    return dueAt.isBefore(soonest) ? soonest : dueAt;
  }

  /**
   * True if a timer that is known may just have been told of by a tick whose clock is ahead, too
   * early for whoever it told: another one is to be set.
   */
  static boolean isImminent(Instant dueAt, Instant now) {
    return dueAt.isAfter(now) && dueAt.isBefore(now.plus(SAVING));
  }

  /** Remembers to look at a lead; setting the same timer again changes nothing. */
  void set(String owner, String lead, Instant dueAt);

  /**
   * The next timers of one owner that are due after {@code from}, until and including {@code to},
   * earliest first. The cost follows their number and the span, never the number of leads.
   */
  Page due(String owner, Instant from, Instant to);

  /** Forgets timers that were told of. */
  void forget(String owner, List<Timer> told);

  /** Up to which instant the owner has dealt with its timers; {@code Instant.EPOCH} at first. */
  Instant cursor(String owner);

  void moveCursor(String owner, Instant to);

  /** One wake-up call. */
  record Timer(String lead, Instant dueAt) {}

  /**
   * As many timers as are dealt with at a time.
   *
   * @param upTo once these are dealt with, nothing is left until and including this instant
   */
  record Page(List<Timer> timers, Instant upTo) {}
}
