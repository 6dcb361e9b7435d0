package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.profile.Profile;

/** Draws a profile again from the logs it came from: byte for byte what is stored. */
public final class RebuildProfile {

  private final LeadStore leads;

  public RebuildProfile(LeadStore leads) {
    this.leads = leads;
  }

  /** The profile of everything that the lead and those it absorbed were told. */
  public Profile rebuild(LeadRecord lead) {
    return rebuild(lead, lead.profile().days());
  }

  /** The same, as it is where days are these. */
  public Profile rebuild(LeadRecord lead, Days days) {
    return Fold.of(events(lead), days);
  }

  /** What the lead and those it absorbed were told, in the order in which it happened. */
  List<LeadEvent> events(LeadRecord lead) {
    var logs = new TreeSet<>(lead.absorbed());
    logs.add(lead.lead());
    return logs.stream()
        .flatMap(log -> leads.log(log).stream())
        .map(Logged::event)
        .sorted(Comparator.comparing(LeadEvent::occurredAt))
        .toList();
  }
}
