package dev.trellis.nurture;

import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;

/** The lead that a lead has become by merging: itself, or whoever absorbed it in the end. */
final class Survivor {

  private static final int LONGEST_CHAIN = 20;

  private Survivor() {}

  static LeadRecord of(LeadRecord lead, String sendId, MailLedger ledger) {
    var record = lead;
    for (int i = 0; record.mergedInto() != null && i < LONGEST_CHAIN; i++) {
      var next = record.mergedInto();
      record = ledger.load(next, sendId).orElseThrow(() -> new LeadNotFoundException(next)).lead();
    }
    return record;
  }
}
