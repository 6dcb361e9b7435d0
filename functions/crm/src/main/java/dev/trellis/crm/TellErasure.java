package dev.trellis.crm;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.port.Crm;
import dev.trellis.core.port.Crm.Delivery.Received;
import dev.trellis.core.port.Crm.Delivery.Refused;
import dev.trellis.core.port.Crm.Delivery.TryAgain;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.core.port.LeadNotFoundException;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells the CRM that a person was forgotten, at least once and always under the same webhook id, so
 * that it deletes what it was given (R17). The same ledger as of hand-offs says that it was told,
 * with nothing personal in it, until the same erasure is done once more and clears it.
 */
public final class TellErasure {

  private final HandoffLedger ledger;
  private final Crm crm;
  private final InstantSource clock;

  public TellErasure(HandoffLedger ledger, Crm crm, InstantSource clock) {
    this.ledger = ledger;
    this.crm = crm;
    this.clock = clock;
  }

  private record Notice(String erasure, String lead, List<String> handoffs, List<String> crmIds) {}

  /**
   * Tells what is due, unless it was told before.
   *
   * @return what stands in the ledger now
   * @throws CrmUnavailableException if it has to be tried again
   */
  public Entry tell(ErasureDue due) {
    var entry =
        ledger
            .load(due.lead(), due.erasureId())
            .orElseThrow(() -> new LeadNotFoundException(due.lead()))
            .entry()
            .orElseGet(() -> claim(due));
    if (entry.state() != State.CLAIMED) {
      return entry;
    }
    var notice = new Notice(due.erasureId(), due.lead(), due.handoffs(), due.crmIds());
    var now = clock.instant();
    var told =
        switch (crm.erase(due.erasureId(), Json.write(notice), now)) {
          case Received _ -> entry.in(State.DELIVERED, null, null, now);
          case Refused(var reason) -> entry.in(State.REFUSED, null, reason, now);
          case TryAgain(var reason) -> throw new CrmUnavailableException(due.erasureId(), reason);
        };
    // If others were faster, or the erasure cleared the lead once more, it was told all the same.
    ledger.settle(told, State.CLAIMED);
    return told;
  }

  private Entry claim(ErasureDue due) {
    return ledger.claim(
        new Entry(
            due.erasureId(),
            due.lead(),
            State.CLAIMED,
            Ids.random(),
            clock.instant(),
            null,
            null,
            null));
  }
}
