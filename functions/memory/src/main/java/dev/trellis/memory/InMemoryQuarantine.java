package dev.trellis.memory;

import dev.trellis.core.port.Quarantine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Refused messages in memory. */
public final class InMemoryQuarantine implements Quarantine {

  private final InMemoryTables tables;

  public InMemoryQuarantine(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void put(Refused refused) {
    synchronized (tables) {
      tables.refused.put(refused.id(), refused);
    }
  }

  @Override
  public List<Refused> list() {
    synchronized (tables) {
      return tables.refused.values().stream()
          .sorted(Comparator.comparing(Refused::at).thenComparing(Refused::id))
          .toList();
    }
  }

  @Override
  public Optional<Refused> find(String id) {
    synchronized (tables) {
      return Optional.ofNullable(tables.refused.get(id));
    }
  }

  @Override
  public boolean remove(Refused refused) {
    synchronized (tables) {
      return tables.refused.remove(refused.id(), refused)
          || !tables.refused.containsKey(refused.id());
    }
  }
}
