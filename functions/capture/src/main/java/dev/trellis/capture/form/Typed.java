package dev.trellis.capture.form;

import module java.base;

/** What came in a form's body: the values of each field, as typed. */
public record Typed(Map<String, List<String>> values) {

  public static final Typed NOTHING = new Typed(Map.of());

  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** The first value of a field; empty text if there is none. */
  public String first(String field) {
    var all = all(field);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The first values of some fields. */
  public Map<String, String> firsts(List<String> fields) {
    return fields.stream().collect(Collectors.toMap(field -> field, this::first));
  }

  public boolean has(String field) {
    return values.containsKey(field);
  }

  Optional<String> find(String field) {
    return Optional.of(first(field)).filter(v -> !v.isEmpty());
  }
}
