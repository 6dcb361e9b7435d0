package dev.trellis.core.lifecycle;

import module java.base;

import dev.trellis.core.condition.Condition;

/**
 * That a lead is in a group, and why (R50).
 *
 * @param because the part of the group's condition that the lead met
 * @param met the values that met it, by field, as they were when this was written: words joined by
 *     commas, an instant or whole points; and the person's number
 */
public record Membership(
    String group, Instant since, Condition because, SortedMap<String, String> met) {

  public Membership {
    met = Collections.unmodifiableSortedMap(met == null ? new TreeMap<>() : new TreeMap<>(met));
  }
}
