package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;

/** The mails that journeys asked for and that nobody has begun to send: queued, or waiting. */
final class PendingMails {

  private final MailLedger ledger;
  private final Clock clock;

  PendingMails(MailLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Settles what is pending of one enrollment, so that it is not sent, whatever still names it.
   *
   * @return how many mails that were; one whose sending has begun meanwhile is none of them
   */
  int settle(String lead, Enrollment enrollment, State state, String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int settled = 0;
    for (var issued : enrollment.effects()) {
      if (issued.effect() instanceof Effect.Send send) {
        var known = ledger.find(lead, send.sendId());
        if (known.isEmpty() || known.get().state() == State.WAITING) {
          var due = MailDue.of(lead, enrollment.journey(), send, now);
          var pending =
              known.orElseGet(() -> Entry.of(due, State.WAITING, null, null, send.internal(), now));
          var result = ledger.skip(pending.in(state, null, reason, now));
          settled += result instanceof MailLedger.ClaimResult.Claimed ? 1 : 0;
        }
      }
    }
    return settled;
  }
}
