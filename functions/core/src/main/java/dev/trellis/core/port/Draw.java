package dev.trellis.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * What one mail takes of its mailbox's budget for the day: of all mails there, of those that one
 * network asks for, and of those about one matter. What others used up does not keep a network from
 * the first mail about a matter.
 *
 * @param mailbox keyed hash of the mailbox and the day
 * @param network keyed hash of who asked; empty if that is not known
 * @param matter what the mail is about
 * @param most mails to the mailbox, and of these for one network
 * @param again most mails about the matter for this network
 * @param hour what it takes of the network's own budget
 * @param until when the day is over for good
 */
public record Draw(
    String mailbox,
    String network,
    String matter,
    int most,
    int again,
    Optional<Hour> hour,
    Instant until) {

  /** As many as there may be. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * More mails than this no mailbox gets in a day, from however many networks they are asked for.
   */
  public static final int CEILING = 500;

  /**
   * @param network keyed hash of the network and the hour
   */
  public record Hour(String network, int most) {}
}
