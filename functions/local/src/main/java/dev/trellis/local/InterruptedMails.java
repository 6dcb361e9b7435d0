package dev.trellis.local;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.local.emulator.KeptMail;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.SesEndpoint;

/**
 * Mails that a run was sending when it was killed. Of SES nobody could tell whether it took them
 * (design §5); here the mailbox tells: what is in it is reported once more, and what is not was not
 * sent, and may be.
 */
record InterruptedMails(MailArchive mails, SesEndpoint ses, MailLedger ledger) {

  /**
   * @param bodies of messages to the function that sends
   */
  void settle(List<String> bodies) {
    var sent = new HashMap<String, KeptMail>();
    if (!bodies.isEmpty()) {
      mails.all().forEach(mail -> sent.put(mail.tags().get("sendId"), mail));
    }
    for (var body : bodies) {
      try {
        settle(Json.read(MailDue.class, body), sent);
      } catch (MessageFormatException e) {
        // poison, which the function says itself
      }
    }
  }

  private void settle(MailDue due, Map<String, KeptMail> sent) {
    if (sent.containsKey(due.sendId())) {
      ses.report(sent.get(due.sendId()));
    } else {
      ledger
          .find(due.lead(), due.sendId())
          .filter(entry -> entry.state() == State.CLAIMED)
          .map(entry -> entry.in(State.WAITING, null, "stopped while sending", entry.at()))
          .ifPresent(ledger::hold);
    }
  }
}
