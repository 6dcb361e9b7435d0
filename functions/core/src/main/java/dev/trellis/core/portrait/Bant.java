package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.TagScheme;

/**
 * Budget, authority, need and timeline (R36): each unknown or a value, and "no budget" is a value.
 *
 * @param facets all four by name; empty means that nobody told
 * @param valid whether the playbook takes the lead for a valid one
 * @param missing what a valid lead would have to show as well
 */
public record Bant(
    SortedMap<String, Optional<Attribute>> facets, boolean valid, List<String> missing) {

  private static final List<String> NAMES = List.of("budget", "authority", "need", "timeline");

  static Bant of(TagScheme.Bant scheme, Attributes attributes, Condition.Subject subject) {
    var facets = new TreeMap<String, Optional<Attribute>>();
    for (var name : NAMES) {
      facets.put(
          name,
          scheme.facets().getOrDefault(name, List.of()).stream()
              .flatMap(field -> attributes.counting(field).stream())
              .findFirst());
    }
    var judged = Optional.ofNullable(scheme.valid());
    return new Bant(
        Collections.unmodifiableSortedMap(facets),
        judged.map(c -> c.holds(subject)).orElse(false),
        judged.map(c -> c.missing(subject)).orElse(List.of()));
  }
}
