package dev.trellis.core.forecast;

import module java.base;

import dev.trellis.core.lifecycle.Placement;

/**
 * What a playbook has in store for one lead.
 *
 * @param from where the lead stands
 * @param to where it belongs
 * @param joined groups that it becomes a member of
 * @param left groups that it is no member of any more
 * @param journeys those that begin for it
 * @param mails how many they ask for in the first days
 */
public record Outlook(
    Placement from,
    Placement to,
    SortedSet<String> joined,
    SortedSet<String> left,
    SortedSet<String> journeys,
    int mails) {

  boolean changesStage() {
    return !from.stage().equals(to.stage());
  }

  boolean changesPool() {
    return !from.pool().equals(to.pool());
  }

  /** True if anybody would notice; to be in a group is noticed by what begins with it. */
  public boolean changesAnything() {
    return changesStage() || changesPool() || !journeys.isEmpty();
  }
}
