package dev.trellis.console.likeness;

import module java.base;

import dev.trellis.console.report.LeadHistory;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;

/**
 * One lead as it was just before it was won or lost, or as it is now: whatever came later is not
 * seen, nor what the CRM wrote at any time, since that tells of the deal and not of the lead.
 *
 * @param traits what is known of the lead, each thing once
 * @param deeds what the lead did, in detail
 */
public record Case(String lead, Outcome outcome, SortedSet<Trait> traits, SortedSet<Trait> deeds) {

  public Case {
    traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    deeds = Collections.unmodifiableSortedSet(new TreeSet<>(deeds));
  }

  /** Sees a lead at the moment of its outcome, or now if there is none. */
  public static Case of(LeadHistory history, Playbook playbook, Instant now) {
    var won = first(history.events(), "won");
    var end = won == null ? first(history.events(), "lost") : won;
    var outcome = won != null ? Outcome.WON : end != null ? Outcome.LOST : Outcome.OPEN;
    var before =
        history.events().stream()
            .filter(e -> end == null || e.occurredAt().isBefore(end))
            .filter(e -> !(e.happening() instanceof CrmChanged))
            .toList();
    var profile = Profile.of(playbook.company().days());
    for (var event : before) {
      profile = profile.with(event);
    }
    var traits = new Traits(history.lead(), before, profile, playbook, end == null ? now : end);
    return new Case(history.lead(), outcome, traits.known(), traits.deeds());
  }

  private static Instant first(List<LeadEvent> events, String status) {
    return events.stream()
        .filter(e -> e.happening() instanceof CrmChanged c && c.status().equals(status))
        .map(LeadEvent::occurredAt)
        .findFirst()
        .orElse(null);
  }
}
