package dev.trellis.scoring;

import module java.base;

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

/**
 * Sees to it that the CRM hears of an erasure, if it was given the person, told us of them or a
 * file named its record; a hand-off whose answer is still out may have arrived.
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
  void erased(
      String lead,
      Collection<String> all,
      Collection<Identity> names,
      Collection<LeadEvent> logged,
      Instant at) {
    var id = Ids.derived("erasure", lead);
    var answers = logged.stream().flatMap(event -> answer(event).stream()).toList();
    var handoffs = new TreeSet<String>();
    all.stream()
        .flatMap(one -> ledger.all(one).stream())
        .filter(entry -> entry.state() != State.REFUSED && !entry.handoffId().equals(id))
        .map(Entry::handoffId)
        .forEach(handoffs::add);
    answers.stream().map(CrmChanged::handoff).filter(Objects::nonNull).forEach(handoffs::add);
    var due =
        new ErasureDue(id, lead, List.copyOf(handoffs), crmIds(knownToCrm(names, logged)), at);
    if (!answers.isEmpty() || !due.handoffs().isEmpty() || !due.crmIds().isEmpty()) {
      crm.send(due);
    }
  }

  private Optional<CrmChanged> answer(LeadEvent event) {
    return event.happening() instanceof CrmChanged change && source.equals(change.source())
        ? Optional.of(change)
        : Optional.empty();
  }

  /** The same of a hand-off that arrived while the person was being forgotten. */
  void arrived(LeadEvent event, CrmChanged change, Instant at) {
    var id = Ids.derived("erasure", event.id());
    crm.send(
        new ErasureDue(
            id, event.lead(), List.of(change.handoff()), crmIds(event.identities()), at));
  }

  // An id that does not say whose it is may be another system's, unless a file of ours told it.
  private static List<Identity> knownToCrm(
      Collection<Identity> names, Collection<LeadEvent> logged) {
    var ours =
        logged.stream()
            .filter(event -> event.proof(IdentityType.CRM).isShown())
            .flatMap(event -> event.identities().stream())
            .collect(Collectors.toSet());
    return names.stream()
        .filter(name -> name.value().indexOf('/') >= 0 || ours.contains(name))
        .toList();
  }

  // Files need not say whose id it is.
  private List<String> crmIds(Collection<Identity> names) {
    var prefix = source + "/";
    return names.stream()
        .filter(name -> name.type() == IdentityType.CRM)
        .map(Identity::value)
        .filter(id -> id.startsWith(prefix) || id.indexOf('/') < 0)
        .map(id -> id.startsWith(prefix) ? id.substring(prefix.length()) : id)
        .distinct()
        .sorted()
        .toList();
  }
}
