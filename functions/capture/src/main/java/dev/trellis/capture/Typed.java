package dev.trellis.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came in a form's body: the values of each field, as typed. */
record Typed(Map<String, List<String>> values) {

  static final Typed NOTHING = new Typed(Map.of());

  List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** The first value of a field; empty text if there is none. */
  String first(String field) {
    var all = all(field);
    return all.isEmpty() ? "" : all.getFirst();
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  Optional<String> find(String field) {
    return Optional.of(first(field)).filter(v -> !v.isEmpty());
  }
}
