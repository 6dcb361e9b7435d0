package dev.trellis.nurture;

import java.time.Instant;
import java.util.List;

/**
 * What the provider tells about a mail that we sent.
 *
 * @param messageId the provider's own id of the mail
 * @param addresses to which it went, or about which the provider complains
 * @param reason the provider's words, if it has any
 */
public record MailFeedback(
    String sendId,
    String lead,
    String messageId,
    Instant at,
    Kind kind,
    List<String> addresses,
    String reason) {

  public MailFeedback {
    addresses = List.copyOf(addresses);
  }

  /** What became of the mail. */
  public enum Kind {
    /** The provider has it. */
    SENT,
    DELIVERED,
    /** It came back this time. */
    BOUNCED,
    /** It came back and always will. */
    BOUNCED_FOR_GOOD,
    /** The recipient called it spam. */
    COMPLAINED,
    /** The provider took it and then would not send it. */
    REJECTED
  }
}
