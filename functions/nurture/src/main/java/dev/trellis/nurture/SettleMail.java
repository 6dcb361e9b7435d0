package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;

/** A person says whether a mail of unknown fate was sent; one that was not is sent now. */
public final class SettleMail {

  private static final String NOT_SENT = "not-sent";
  private static final String BY_HAND = "by-hand";

  private final MailLedger ledger;
  private final WaitingMails line;
  private final Timers timers;
  private final MessageQueue<LeadEvent> events;
  private final Clock clock;

  public SettleMail(
      MailLedger ledger,
      WaitingMails line,
      Timers timers,
      MessageQueue<LeadEvent> events,
      Clock clock) {
    this.ledger = ledger;
    this.line = line;
    this.timers = timers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Settles a mail of unknown fate; saying the same again does the rest of it.
   *
   * @return what the ledger says now; empty if it knows no such mail
   */
  public Optional<Entry> settle(String lead, String sendId, boolean wasSent) {
    var found = ledger.find(lead, sendId);
    found.ifPresent(entry -> {
      if (wasSent) {
        sent(entry);
      } else {
        sendNow(entry);
      }
    });
    return found.isEmpty() ? found : ledger.find(lead, sendId);
  }

  private void sent(Entry entry) {
    var sent = entry.in(State.SENT, BY_HAND, null, entry.at());
    var settled = ledger.settle(sent, State.UNKNOWN) || BY_HAND.equals(entry.messageId());
    if (settled && !entry.internal()) {
      events.send(MailEvents.sent(sent));
    }
  }

  private void sendNow(Entry entry) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var waiting = entry.in(State.WAITING, null, NOT_SENT, now);
    if (ledger.settle(waiting, State.UNKNOWN) || NOT_SENT.equals(entry.reason())) {
      line.add(new Waiting(entry.lead(), entry.sendId(), now));
      timers.set(HeldUp.TIMERS, WakeMails.LINE, WakeMails.minute(Timers.ahead(now, now)));
    }
  }
}
