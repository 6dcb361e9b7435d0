package dev.trellis.memory;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.PlacementStore.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/** All leads in memory. */
public record InMemoryLeadRegister(InMemoryTables tables) implements LeadRegister {

  @Override
  public Stream<Snapshot> all() {
    return tables.leads().stream()
        .filter(LeadRecord::isLiving)
        .map(lead -> new Snapshot(lead, tables.position(lead.lead())));
  }

  @Override
  public Stream<Crowd> crowds() {
    synchronized (tables) {
      return List.copyOf(tables.crowds.values()).stream();
    }
  }
}
