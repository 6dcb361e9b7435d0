package dev.trellis.nurture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a form of the preference page sent: values by name, several where boxes share one. */
record Posted(SortedMap<String, List<String>> values) {

  static Posted of(String body) {
    var values = new TreeMap<String, List<String>>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      values
          .computeIfAbsent(parts[0], _ -> new ArrayList<>())
          .add(parts.length == 2 ? decoded(parts[1]) : "");
    }
    return new Posted(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The last one of this name, or an empty text. */
  String value(String name) {
    return has(name) ? all(name).getLast() : "";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
