package dev.trellis.memory;

import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollouts;
import java.util.Optional;

/** How far the playbook has reached everybody, in memory. */
public record InMemoryRollouts(InMemoryTables tables) implements Rollouts {

  @Override
  public Optional<Rollout> last() {
    synchronized (tables) {
      return Optional.ofNullable(tables.rollout);
    }
  }

  @Override
  public boolean save(Rollout rollout) {
    synchronized (tables) {
      if ((tables.rollout == null ? 0 : tables.rollout.version()) != rollout.version()) {
        return false;
      }
      tables.rollout = rollout.nextVersion();
      return true;
    }
  }
}
