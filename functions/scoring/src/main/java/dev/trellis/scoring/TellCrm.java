package dev.trellis.scoring;

import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.core.port.MessageQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Sees to it that the CRM hears of an erasure, if it was given the person or told us of them; a
 * hand-off whose answer is still out may have arrived.
 */
public final class TellCrm {

  private final HandoffLedger ledger;
  private final MessageQueue<ErasureDue> crm;
  private final String source;

  /**
   * @param source the CRM that leads are handed over to
   */
  public TellCrm(HandoffLedger ledger, MessageQueue<ErasureDue> crm, String source) {
    this.ledger = ledger;
    this.crm = crm;
    this.source = source;
  }

  /** Returns once it is durable that a lead, with those it absorbed, was erased. */
  void erased(String lead, Collection<String> all, Collection<Identity> names, Instant at) {
    var id = Ids.derived("erasure", lead);
    var handoffs =
        all.stream()
            .flatMap(one -> ledger.all(one).stream())
            .filter(entry -> entry.state() != State.REFUSED && !entry.handoffId().equals(id))
            .map(Entry::handoffId)
            .sorted()
            .toList();
    send(new ErasureDue(id, lead, handoffs, crmIds(names), at));
  }

  /** The same of a hand-off that arrived while the person was being forgotten. */
  void arrived(LeadEvent event, CrmChanged change, Instant at) {
    var id = Ids.derived("erasure", event.id());
    send(
        new ErasureDue(
            id, event.lead(), List.of(change.handoff()), crmIds(event.identities()), at));
  }

  private void send(ErasureDue due) {
    if (!due.handoffs().isEmpty() || !due.crmIds().isEmpty()) {
      crm.send(due);
    }
  }

  private List<String> crmIds(Collection<Identity> names) {
    var prefix = source + "/";
    return names.stream()
        .filter(name -> name.type() == IdentityType.CRM && name.value().startsWith(prefix))
        .map(name -> name.value().substring(prefix.length()))
        .sorted()
        .toList();
  }
}
