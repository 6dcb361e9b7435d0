package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Quarantine;

/** Refused messages in memory. */
public final class InMemoryQuarantine implements Quarantine {

  private final InMemoryTables tables;
  private final InstantSource clock;

  public InMemoryQuarantine(InMemoryTables tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
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
      tables.refused.values().removeIf(refused -> !isKept(refused));
      return tables.refused.values().stream()
          .sorted(Comparator.comparing(Refused::at).thenComparing(Refused::id))
          .toList();
    }
  }

  @Override
  public Listing.Page<Refused> page(String after, int most) {
    return InMemoryPages.page(
        list(), refused -> InMemoryPages.place(refused.at(), refused.id()), after, most);
  }

  @Override
  public Optional<Refused> find(String id) {
    synchronized (tables) {
      return Optional.ofNullable(tables.refused.get(id)).filter(this::isKept);
    }
  }

  private boolean isKept(Refused refused) {
    return clock.instant().isBefore(refused.expiresAt());
  }

  @Override
  public boolean remove(Refused refused) {
    synchronized (tables) {
      return tables.refused.remove(refused.id(), refused)
          || !tables.refused.containsKey(refused.id());
    }
  }
}
