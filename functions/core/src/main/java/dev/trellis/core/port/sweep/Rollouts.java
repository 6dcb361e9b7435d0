package dev.trellis.core.port.sweep;

import java.util.Optional;

/** Remembers how far the playbook in force has reached everybody. */
public interface Rollouts {

  /** The last one that was begun; empty before the first. */
  Optional<Rollout> last();

  /**
   * Writes it, provided that the stored one still has {@code rollout.version()}; the written one
   * has the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(Rollout rollout);
}
