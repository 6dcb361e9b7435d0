package dev.trellis.memory;

import dev.trellis.core.port.Suppressions;
import java.time.Instant;
import java.util.Optional;

/** Suppressed addresses in memory. */
public final class InMemorySuppressions implements Suppressions {

  private final InMemoryTables tables;

  public InMemorySuppressions(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void add(String suppressionKey, Suppression suppression) {
    synchronized (tables) {
      tables.suppressions.merge(
          suppressionKey,
          suppression,
          (old, later) -> later.reason().compareTo(old.reason()) > 0 ? later : old);
    }
  }

  @Override
  public void lift(String suppressionKey, Reason reason, Instant before) {
    synchronized (tables) {
      tables.suppressions.computeIfPresent(
          suppressionKey,
          (_, old) -> old.reason() == reason && old.since().isBefore(before) ? null : old);
    }
  }

  @Override
  public Optional<Suppression> find(String suppressionKey) {
    synchronized (tables) {
      return Optional.ofNullable(tables.suppressions.get(suppressionKey));
    }
  }
}
