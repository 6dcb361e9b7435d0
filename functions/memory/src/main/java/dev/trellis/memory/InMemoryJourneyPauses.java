package dev.trellis.memory;

import dev.trellis.core.port.JourneyPauses;

/** Which journeys are paused, in memory. */
public record InMemoryJourneyPauses(InMemoryTables tables) implements JourneyPauses {

  @Override
  public Paused paused() {
    synchronized (tables) {
      return tables.paused;
    }
  }

  @Override
  public boolean save(Paused paused) {
    synchronized (tables) {
      if (tables.paused.version() != paused.version()) {
        return false;
      }
      tables.paused = paused.nextVersion();
      return true;
    }
  }
}
