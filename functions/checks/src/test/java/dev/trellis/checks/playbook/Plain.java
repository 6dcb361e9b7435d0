package dev.trellis.checks.playbook;

import module java.base;

/** The keywords of a schema that look at one value alone, not at what is inside of it. */
final class Plain {

  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "const",
          "enum",
          "pattern",
          "required",
          "uniqueItems",
          "minLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minimum",
          "maximum");

  private Plain() {}

  static boolean isKnown(String keyword) {
    return KNOWN.contains(keyword);
  }

  /** A value of another type than a keyword is about is another keyword's business. */
  static boolean holds(String keyword, Object rule, Object value) {
    return switch (keyword) {
      case "type" ->
          (rule instanceof List<?> several ? several : List.of(rule))
              .stream().anyMatch(type -> isOf((String) type, value));
      case "const" -> rule.equals(value);
      case "enum" -> ((List<?>) rule).contains(value);
      case "pattern" ->
          !(value instanceof String s) || Pattern.compile((String) rule).matcher(s).find();
      case "required" -> !(value instanceof Map<?, ?> m) || m.keySet().containsAll((List<?>) rule);
      case "uniqueItems" -> !(value instanceof List<?> l) || new HashSet<>(l).size() == l.size();
      default -> {
        int size = size(keyword, value);
        int limit = ((Number) rule).intValue();
        yield size < 0 || (keyword.startsWith("min") ? size >= limit : size <= limit);
      }
    };
  }

  private static int size(String keyword, Object value) {
    return switch (value) {
      case String s when keyword.endsWith("Length") -> s.length();
      case List<?> l when keyword.endsWith("Items") -> l.size();
      case Map<?, ?> m when keyword.endsWith("Properties") -> m.size();
      case Integer i when keyword.endsWith("imum") -> Math.max(0, i);
      case null, default -> -1;
    };
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "number" -> value instanceof Number;
      case "integer" -> value instanceof Integer;
      case "boolean" -> value instanceof Boolean;
      case "null" -> value == null;
      default -> throw new IllegalStateException("type " + type + " is not known here");
    };
  }
}
