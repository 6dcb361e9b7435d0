package dev.trellis.core.port;

import java.time.Duration;
import java.util.Map;

/** Sends one mail, once, or says clearly that it did not. */
public interface Mailer {

  SendResult send(OutgoingMail mail);

  /** What the account may send, as the provider says it now. */
  default Quota quota() {
    return Quota.UNLIMITED;
  }

  /**
   * How much an account may send.
   *
   * @param left how many more within these 24 hours
   */
  record Quota(double perSecond, double left) {

    public static final Quota UNLIMITED =
        new Quota(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double SECOND = 1e9;
    private static final double LEAST_PER_SECOND = 1.0 / 3600;

    /** What is left of the rate for who shares the account with others. */
    public Quota share(double percent) {
      return new Quota(perSecond * percent / 100, left);
    }

    /** How many may be sent within a minute; at least one, so that somebody tries. */
    public int perMinute() {
      return (int) Math.max(1, Math.min(perSecond * 60, left));
    }

    /** How long one mail keeps the next: an hour at most, however little the account may. */
    public Duration interval() {
      return Duration.ofNanos((long) (SECOND / Math.max(perSecond, LEAST_PER_SECOND)));
    }
  }

  /**
   * @param raw the whole message (RFC 5322), headers and body
   * @param tags handed back with every later event about this mail
   */
  record OutgoingMail(String from, String to, byte[] raw, Map<String, String> tags) {}

  /** What became of a send. */
  sealed interface SendResult {
    record Accepted(String messageId) implements SendResult {}

    /** Not sent, for certain, and nothing is wrong with the mail: it may be sent later. */
    record TryAgain(Hindrance why, String reason) implements SendResult {}

    /** Not sent, and trying again would not help (address or message refused). */
    record Refused(String reason) implements SendResult {}

    /** The request left and no answer came: it may or may not have been sent. */
    record Unknown(String reason) implements SendResult {}
  }
}
