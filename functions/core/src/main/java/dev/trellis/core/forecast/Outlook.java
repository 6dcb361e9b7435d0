package dev.trellis.core.forecast;

import module java.base;

import dev.trellis.core.lifecycle.Placement;

/**
 * What a playbook has in store for one lead.
 *
 * @param from where the lead stands
 * @param to where it belongs
 * @param journeys those that begin for it
 * @param mails how many they ask for in the first days
 */
public record Outlook(Placement from, Placement to, SortedSet<String> journeys, int mails) {

  boolean changesStage() {
    return !from.stage().equals(to.stage());
  }

  boolean changesPool() {
    return !from.pool().equals(to.pool());
  }

  /** True if anybody would notice. */
  public boolean changesAnything() {
    return changesStage() || changesPool() || !journeys.isEmpty();
  }
}
