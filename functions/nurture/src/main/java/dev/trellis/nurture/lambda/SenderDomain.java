package dev.trellis.nurture.lambda;

import java.util.Locale;

/** The domain that was verified in SES, and the permission to send, are for one domain. */
final class SenderDomain {

  private SenderDomain() {}

  /**
   * Lets nothing start that could only be refused.
   *
   * @param sender as the playbook has it, such as {@code Name <hello@example.com>}
   * @throws IllegalStateException if the sender is of another domain, and not of one below it
   */
  static void check(String sender, String domain) {
    var at = sender.substring(sender.lastIndexOf('@') + 1).replace(">", "").strip();
    var of = at.toLowerCase(Locale.ROOT);
    if (!of.equals(domain) && !of.endsWith("." + domain)) {
      throw new IllegalStateException(
          "the sender of playbook.yaml is of "
              + of
              + ", and the domain that SES knows is "
              + domain
              + " (SENDER_DOMAIN: parameter SenderDomain; on one machine -Dsender=)");
    }
  }
}
