package dev.trellis.crm;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Crm;
import dev.trellis.core.port.Crm.Delivery.Received;
import dev.trellis.core.port.Crm.Delivery.Refused;
import dev.trellis.core.port.Crm.Delivery.TryAgain;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.Snapshot;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.MessageQueue;

/**
 * Hands a lead to sales, once: the ledger says what was given and what became of it, and the CRM
 * can tell a repeated call by its id.
 */
public final class HandOffLead {

  private final HandoffLedger ledger;
  private final Crm crm;
  private final MessageQueue<LeadEvent> events;
  private final Playbook playbook;
  private final String console;
  private final InstantSource clock;

  /**
   * @param console where whoever gets a lead sees it, without a slash at the end
   */
  public HandOffLead(
      HandoffLedger ledger,
      Crm crm,
      MessageQueue<LeadEvent> events,
      Playbook playbook,
      String console,
      InstantSource clock) {
    this.ledger = ledger;
    this.crm = crm;
    this.events = events;
    this.playbook = playbook;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Delivers what is due; what was delivered before is only told again.
   *
   * @return what stands in the ledger now
   * @throws LeadNotFoundException if there is no such lead
   * @throws CrmUnavailableException if it has to be tried again
   */
  public Entry handOff(HandoffDue due) {
    var found = find(due);
    if (found.lead().erasedAt() != null) {
      return erased(due, found.lead());
    }
    return proceed(found.entry().orElseGet(() -> claim(due, found.lead())));
  }

  // The person was forgotten: nothing is handed over, and nothing written down.
  private Entry erased(HandoffDue due, LeadRecord lead) {
    var now = clock.instant();
    return new Entry(due.handoffId(), lead.lead(), State.REFUSED, "", now, null, "erased", null);
  }

  private Entry proceed(Entry entry) {
    return switch (entry.state()) {
      // A claim may be of a delivery whose answer was lost: the CRM knows the id if it came
      // through.
      case CLAIMED -> deliver(entry);
      case DELIVERED -> tell(entry);
      case REFUSED -> entry;
    };
  }

  // A lead that was merged before anything was claimed is handed over as the one that absorbed it.
  private Snapshot find(HandoffDue due) {
    return new MergeTrail<>(Snapshot::lead, lead -> ledger.load(lead, due.handoffId()))
        .survivorOr(load(due.lead(), due.handoffId()), found -> found.entry().isPresent());
  }

  private Snapshot load(String lead, String handoffId) {
    return ledger.load(lead, handoffId).orElseThrow(() -> new LeadNotFoundException(lead));
  }

  private Entry claim(HandoffDue due, LeadRecord lead) {
    var now = clock.instant();
    var dossier = Dossier.of(due.handoffId(), lead.lead(), lead.profile(), playbook, console, now);
    return ledger.claim(
        new Entry(
            due.handoffId(),
            lead.lead(),
            State.CLAIMED,
            Ids.random(),
            now,
            null,
            null,
            Json.write(dossier)));
  }

  private Entry deliver(Entry claimed) {
    var now = clock.instant();
    return switch (crm.handOff(claimed.handoffId(), claimed.dossier(), now)) {
      case Received(var crmId) -> settle(claimed.in(State.DELIVERED, crmId, null, now));
      case Refused(var reason) -> settle(claimed.in(State.REFUSED, null, reason, now));
      case TryAgain(var reason) -> throw new CrmUnavailableException(claimed.handoffId(), reason);
    };
  }

  // If it is settled already, by another or by our own write whose answer was lost, that counts. If
  // nothing stands there any more, the person was forgotten meanwhile: what was delivered is told,
  // so that the CRM hears of the erasure too.
  private Entry settle(Entry entry) {
    var standing =
        ledger.settle(entry, State.CLAIMED)
            ? Optional.<Entry>empty()
            : load(entry.lead(), entry.handoffId()).entry();
    return standing.isPresent()
        ? proceed(standing.get())
        : entry.state() == State.DELIVERED ? tell(entry) : entry;
  }

  private Entry tell(Entry delivered) {
    var source = playbook.handOffTo();
    events.send(
        new LeadEvent(
                LeadEvent.VERSION,
                HandoffDue.receivedEvent(delivered.handoffId()),
                delivered.at(),
                Channel.CRM,
                delivered.lead(),
                identities(source, delivered.crmId()),
                false,
                Origin.NONE,
                new CrmChanged(
                    source,
                    delivered.handoffId(),
                    "received",
                    null,
                    null,
                    null,
                    Collections.unmodifiableSortedMap(new TreeMap<>())))
            .vouched());
    return delivered;
  }

  private static SortedSet<Identity> identities(String source, String crmId) {
    var identities = new TreeSet<Identity>();
    if (crmId != null) {
      identities.add(new Identity(IdentityType.CRM, source + "/" + crmId));
    }
    return identities;
  }
}
