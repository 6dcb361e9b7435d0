package dev.trellis.nurture;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.MailLedger.Entry;
import java.time.Instant;

/**
 * Lead events about a mail; the id follows from send and kind, so telling twice is telling once.
 */
final class MailEvents {

  private MailEvents() {}

  static LeadEvent sent(Entry entry) {
    var sent =
        new MailSent(
            entry.sendId(),
            entry.messageId(),
            entry.mail(),
            entry.content(),
            entry.journey(),
            entry.mailbox());
    return about(entry.lead(), "sent", entry.sendId(), entry.at(), sent);
  }

  static LeadEvent about(MailFeedback feedback, Happening happening) {
    return about(
        feedback.lead(), feedback.kind().name(), feedback.sendId(), feedback.at(), happening);
  }

  static LeadEvent about(String lead, String what, String sendId, Instant at, Happening happening) {
    return LeadEvent.about(lead, Ids.derived(sendId, what), at, Channel.MAIL, happening);
  }
}
