package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;

/** Lead events for tests, a minute apart where no time is said. */
final class Events {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Events() {}

  /** Told by a channel that vouches for whom it names. */
  static LeadEvent scan(String id, String... identities) {
    return event(id, NOON, new CodeScanned(), identities).vouched();
  }

  static LeadEvent form(String id, Map<String, String> answers, String... identities) {
    return event(id, NOON, submitted(answers, "receipt-of-" + id), identities);
  }

  /** The same, filled in where the channel vouches for whom it names. */
  static LeadEvent vouched(String id, Map<String, String> answers, String... identities) {
    return form(id, answers, identities).vouched();
  }

  static LeadEvent formWithReceipt(String id, String receipt, String... identities) {
    return event(id, NOON, submitted(Map.of(), receipt), identities);
  }

  static LeadEvent crm(String id, String lead, Instant at, String status) {
    return LeadEvent.about(
        lead,
        id,
        at,
        Channel.CRM,
        new CrmChanged("stand-in", "handoff", status, "r", null, null, new TreeMap<>()));
  }

  static LeadEvent event(String id, Instant at, Happening happening, String... identities) {
    var names = new TreeSet<Identity>();
    for (var identity : identities) {
      names.add(Identity.parse(identity));
    }
    return LeadEvent.of(id, at, Channel.WEB, names, Origin.NONE, happening);
  }

  private static FormSubmitted submitted(Map<String, String> answers, String receipt) {
    return new FormSubmitted("summit-deck", new TreeMap<>(answers), true, "en", receipt);
  }
}
