package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Logged;

/**
 * What is kept of a visitor who left no detail and did not come back: what was done how often on
 * which day, and that it was one more person who did it.
 */
final class ForgetVisitor {

  private final LeadStore leads;

  ForgetVisitor(LeadStore leads) {
    this.leads = leads;
  }

  /** Counts what the lead did; told again, it counts the same. */
  void count(LeadRecord lead, LeadEvent event, Instant now) {
    var log =
        Stream.concat(Stream.of(lead.lead()), lead.absorbed().stream())
            .flatMap(l -> leads.log(l).stream())
            .map(Logged::event)
            .toList();
    leads.count(event.id(), crowds(log), now);
  }

  private static Collection<Crowd> crowds(List<LeadEvent> log) {
    var crowds = new TreeMap<String, Crowd>();
    for (var event : log) {
      switch (event.happening()) {
        case CodeScanned _, CtaFollowed _, PageVisited _ -> {
          var crowd = Crowd.ofForgotten(event);
          crowds.merge(crowd.id(), crowd, Crowd::again);
        }
        default -> {}
      }
    }
    return crowds.values();
  }
}
