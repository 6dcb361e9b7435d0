package dev.trellis.memory;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.port.LeadStore.Logged;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.sweep.Regrouping;

/** The steps of a split in memory. */
public final class InMemoryRegrouping implements Regrouping {

  private final InMemoryTables tables;

  public InMemoryRegrouping(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void put(String lead, Collection<Logged> events) {
    synchronized (tables) {
      var log = tables.events.computeIfAbsent(lead, _ -> new LinkedHashMap<>());
      events.forEach(logged -> log.put(logged.event().id(), logged));
    }
  }

  @Override
  public void give(String lead, Map<Identity, String> owners) {
    synchronized (tables) {
      owners.forEach((identity, read) -> {
        if (tables.name(identity).map(Name::lead).equals(Optional.of(read))) {
          tables.own(identity, lead);
        }
      });
    }
  }

  @Override
  public void drop(String lead, Set<String> events) {
    synchronized (tables) {
      tables.events.getOrDefault(lead, new LinkedHashMap<>()).keySet().removeAll(events);
    }
  }
}
