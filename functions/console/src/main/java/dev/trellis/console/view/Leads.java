package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadFiles;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.portrait.Portrait;

/** All leads, as today's playbook sees them now. */
public record Leads(
    LeadRegister register, LeadFiles files, Playbook playbook, InstantSource clock) {

  /** The instant that counts. */
  public Instant now() {
    return clock.instant();
  }

  /** What a lead means to us now. */
  public Portrait portrait(LeadRecord lead) {
    return Portrait.of(lead.lead(), lead.profile(), playbook, now());
  }

  Stream<PlacementStore.Snapshot> living() {
    return register.all();
  }

  /** All that is stored about the person whose lead this is, or was. */
  public Optional<LeadFile> find(String lead) {
    return files.find(lead);
  }

  /** The same of everybody, one by one; who was absorbed meanwhile comes with the one that did. */
  Stream<LeadFile> all() {
    return living()
        .map(snapshot -> snapshot.lead().lead())
        .flatMap(id -> find(id).filter(file -> file.lead().lead().equals(id)).stream());
  }
}
