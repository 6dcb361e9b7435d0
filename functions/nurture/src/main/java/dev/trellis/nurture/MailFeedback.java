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
    /** The mailbox did not take it this time. */
    BOUNCED,
    /** It came back for what is in it, which says nothing of the mailbox. */
    REFUSED,
    /** It came back and always will. */
    BOUNCED_FOR_GOOD,
    /** The recipient called it spam. */
    COMPLAINED,
    /** The recipient told the provider that no more mail is wanted. */
    UNSUBSCRIBED,
    /** The provider took it and then would not send it. */
    REJECTED
  }
}
