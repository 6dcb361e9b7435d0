package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.State;

/**
 * Keeps back what the journeys of a lead ask for after its past was restored: the same mails may
 * have been sent in the time that was lost. Each is of unknown fate until a person settles it.
 */
public final class HoldMails {

  /** Why the ledger does not know their fate. */
  public static final String RESTORED = "restored";

  private final EnrollmentStore store;
  private final PendingMails pending;

  public HoldMails(EnrollmentStore store, MailLedger ledger, Clock clock) {
    this.store = store;
    this.pending = new PendingMails(ledger, clock);
  }

  /** The answer is how many mails are kept back. */
  public int hold(String lead) {
    return store.load(lead).stream()
        .flatMap(found -> found.enrollments().stream())
        .mapToInt(enrollment -> pending.settle(lead, enrollment, State.UNKNOWN, RESTORED))
        .sum();
  }
}
