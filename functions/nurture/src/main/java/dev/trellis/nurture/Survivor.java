package dev.trellis.nurture;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Snapshot;
import dev.trellis.core.port.MergeTrail;
import java.util.Optional;

/** Who has become of the lead that a mail was sent to. */
final class Survivor {

  private Survivor() {}

  /** Whoever got a mail; empty if there is no such lead. */
  static Optional<LeadRecord> find(String lead, String sendId, MailLedger ledger) {
    return ledger.load(lead, sendId).map(found -> of(found.lead(), sendId, ledger));
  }

  static LeadRecord of(LeadRecord lead, String sendId, MailLedger ledger) {
    return MergeTrail.of(id -> ledger.load(id, sendId).map(Snapshot::lead)).survivor(lead);
  }
}
