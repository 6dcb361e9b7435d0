package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.portrait.Portrait;

/** Leads, each as today's playbook sees it now. */
public record Leads(LeadFiles files, Playbook playbook, InstantSource clock) {

  /** The instant that counts. */
  public Instant now() {
    return clock.instant();
  }

  /** What a lead means to us now. */
  public Portrait portrait(LeadRecord lead) {
    return Portrait.of(lead.lead(), lead.profile(), playbook, now());
  }

  /** The lead that stands for a person, by any of its leads; empty if there is none any more. */
  public Optional<LeadRecord> person(String lead) {
    return files.person(lead);
  }

  /** All that is stored about the person whose lead this is, or was. */
  public Optional<LeadFile> find(String lead) {
    return files.find(lead);
  }
}
