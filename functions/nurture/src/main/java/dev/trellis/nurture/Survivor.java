package dev.trellis.nurture;

import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import java.util.Optional;

/** The lead that a lead has become by merging: itself, or whoever absorbed it in the end. */
final class Survivor {

  private static final int LONGEST_CHAIN = 20;

  private Survivor() {}

  /** Whoever got a mail; empty if there is no such lead. */
  static Optional<LeadRecord> find(String lead, String sendId, MailLedger ledger) {
    return ledger.load(lead, sendId).map(found -> of(found.lead(), sendId, ledger));
  }

  static LeadRecord of(LeadRecord lead, String sendId, MailLedger ledger) {
    var record = lead;
    for (int i = 0; record.mergedInto() != null && i < LONGEST_CHAIN; i++) {
      var next = record.mergedInto();
      record = ledger.load(next, sendId).orElseThrow(() -> new LeadNotFoundException(next)).lead();
    }
    return record;
  }
}
