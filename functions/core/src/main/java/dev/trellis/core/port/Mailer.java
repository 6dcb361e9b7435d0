package dev.trellis.core.port;

import java.util.Map;

/** Sends one mail, once, or says clearly that it did not. */
public interface Mailer {

  SendResult send(OutgoingMail mail);

  /**
   * @param raw the whole message (RFC 5322), headers and body
   * @param tags handed back with every later event about this mail
   */
  record OutgoingMail(String from, String to, byte[] raw, Map<String, String> tags) {}

  /** What became of a send. */
  sealed interface SendResult {
    record Accepted(String messageId) implements SendResult {}

    /** Not sent, for certain, but it may be tried again (throttled, no connection). */
    record TryAgain(String reason) implements SendResult {}

    /** Not sent, and trying again would not help (address or message refused). */
    record Refused(String reason) implements SendResult {}

    /** The request left and no answer came: it may or may not have been sent. */
    record Unknown(String reason) implements SendResult {}
  }
}
