package dev.trellis.core.journey;

import java.util.HashMap;
import java.util.Map;

/** What {@code $names} stand for in this round of an {@code each}. */
record Binding(Map<String, String> values, boolean isFirst) {

  static final Binding NONE = new Binding(Map.of(), true);

  Binding and(String name, String value, boolean isFirst) {
    var values = new HashMap<>(this.values);
    values.put("$" + name, value);
    return new Binding(values, isFirst);
  }

  String bind(String text) {
    var out = text;
    for (var value : values.entrySet()) {
      out = out.replace(value.getKey(), value.getValue());
    }
    return out;
  }
}
