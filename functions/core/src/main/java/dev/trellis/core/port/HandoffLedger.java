package dev.trellis.core.port;

import module java.base;

/** One entry per hand-off: what was given to the CRM and what became of it. */
public interface HandoffLedger {

  /** The lead and the entry of one of its hand-offs; empty if there is no such lead. */
  Optional<Snapshot> load(String lead, String handoffId);

  /** All entries of one lead. */
  List<Entry> all(String lead);

  /** Claims a hand-off; the answer is what stands in the ledger now, ours or another's. */
  Entry claim(Entry entry);

  /** Replaces an entry that is in state {@code from}; false if it is in another state. */
  boolean settle(Entry entry, State from);

  /** A lead and the entry of one hand-off. */
  record Snapshot(LeadRecord lead, Optional<Entry> entry) {}

  /** CLAIMED → DELIVERED once the CRM has answered; REFUSED if it will not take it. */
  enum State {
    CLAIMED,
    DELIVERED,
    REFUSED
  }

  /**
   * @param crmId the CRM's own id of the record, once known
   * @param dossier what was handed over, as plain JSON; null if it tells of an erasure
   */
  record Entry(
      String handoffId,
      String lead,
      State state,
      String owner,
      Instant at,
      String crmId,
      String reason,
      String dossier) {

    public Entry in(State state, String crmId, String reason, Instant at) {
      return new Entry(handoffId, lead, state, owner, at, crmId, reason, dossier);
    }
  }
}
