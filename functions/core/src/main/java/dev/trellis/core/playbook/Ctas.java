package dev.trellis.core.playbook;

import module java.base;

/**
 * All calls to action.
 *
 * @param window how long after a click what the CTA called for counts as its conversion
 */
public record Ctas(Duration window, Map<String, Cta> byId) {

  public static final Ctas NONE = new Ctas(Duration.ofDays(14), Map.of());

  public Optional<Cta> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that may stand at a place. */
  public List<Cta> at(Cta.Place place) {
    return byId.values().stream().filter(c -> c.places().contains(place)).toList();
  }
}
