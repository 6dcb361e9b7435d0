package dev.trellis.nurture.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;

/**
 * What stands on a message, whatever is in it.
 *
 * @param sendId makes the message id, so a message keeps its id however often it is written
 * @param sender a mailbox
 * @param name of the recipient, or an empty text
 * @param unsubscribe null in mails to our own people
 * @param replyTo a mailbox; null if answers go to the sender
 */
record Envelope(
    String sendId,
    Instant date,
    String language,
    String sender,
    String address,
    String name,
    String unsubscribe,
    String replyTo,
    String subject) {

  /**
   * Looks at both addresses.
   *
   * @throws IllegalArgumentException if one of them is no mailbox
   */
  void check() {
    try {
      from();
      to();
    } catch (AddressException e) {
      throw new IllegalArgumentException("sender or recipient is no mailbox", e);
    }
  }

  /** True if mail may go there. */
  static boolean isMailbox(String text) {
    try {
      var mailbox = new InternetAddress(text, true);
      return mailbox.getAddress().contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  InternetAddress from() throws AddressException {
    return new InternetAddress(sender, true);
  }

  InternetAddress to() throws AddressException {
    return new InternetAddress(address, true);
  }
}
