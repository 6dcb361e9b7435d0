package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.PlacementStore;

/** Every lead there is, one by one: for reports where there are few. */
public record Everybody(LeadRegister register, Leads leads) {

  Stream<PlacementStore.Snapshot> living() {
    return register.all();
  }

  /** All that is stored of each; who was absorbed comes with the one that did. */
  Stream<LeadFile> all() {
    return living()
        .map(snapshot -> snapshot.lead().lead())
        .flatMap(id -> leads.find(id).filter(file -> file.lead().lead().equals(id)).stream());
  }
}
