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
 */
record Envelope(
    String sendId,
    Instant date,
    String language,
    String sender,
    String address,
    String name,
    String unsubscribe,
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

  InternetAddress from() throws AddressException {
    return new InternetAddress(sender, true);
  }

  InternetAddress to() throws AddressException {
    return new InternetAddress(address, true);
  }
}
