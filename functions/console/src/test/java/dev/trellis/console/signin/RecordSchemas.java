package dev.trellis.console.signin;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * JSON schemas of records as they are shown: those with a name refer to each other, others of the
 * console stand where they are, and what is of the core is an object.
 */
record RecordSchemas(SortedMap<String, Class<? extends Record>> named) {

  private static final String CONSOLE = "dev.trellis.console.";

  /** All that have a name. */
  Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    named.forEach((name, type) -> all.put(name, record(type)));
    return all;
  }

  /** The same as YAML, a member a line. */
  String yaml() {
    var text = new StringBuilder();
    all()
        .forEach((name, schema) -> {
          text.append("    ").append(name).append(":\n      type: object\n      properties:\n");
          ((Map<?, ?>) ((Map<?, ?>) schema).get("properties"))
              .forEach((member, type) ->
                  text.append("        ")
                      .append(member)
                      .append(": ")
                      .append(flow(type))
                      .append('\n'));
        });
    return text.toString();
  }

  private static String flow(Object schema) {
    return switch (schema) {
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e ->
                  e.getKey()
                      + ": "
                      + (e.getKey().equals("$ref")
                          ? "\"" + e.getValue() + "\""
                          : flow(e.getValue())))
              .collect(Collectors.joining(", ", "{ ", " }"));
      default -> schema.toString();
    };
  }

  private Map<String, Object> record(Class<?> type) {
    return ordered("object", "properties", members(type));
  }

  private Map<String, Object> members(Class<?> type) {
    var members = new LinkedHashMap<String, Object>();
    if (Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)) {
      members.put("kind", text());
    }
    for (var component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Json.Inline.class)) {
        members.putAll(members(component.getType()));
      } else {
        members.put(component.getName(), schema(component.getGenericType()));
      }
    }
    return members;
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      var parts = generic.getActualTypeArguments();
      var raw = (Class<?>) generic.getRawType();
      if (raw == Optional.class) {
        return schema(parts[0]);
      } else if (Map.class.isAssignableFrom(raw)) {
        return ordered("object", "additionalProperties", schema(parts[1]));
      } else if (Collection.class.isAssignableFrom(raw)) {
        return ordered("array", "items", schema(parts[0]));
      }
      return schema(raw);
    }
    return type instanceof Class<?> known ? schema(known) : Map.of();
  }

  private Map<String, Object> schema(Class<?> type) {
    for (var name : named.entrySet()) {
      if (name.getValue() == type) {
        return Map.of("$ref", "#/components/schemas/" + name.getKey());
      }
    }
    if (Json.Text.class.isAssignableFrom(type) || type.isEnum()) {
      return text();
    } else if (type.isRecord() && type.getName().startsWith(CONSOLE)) {
      return record(type);
    } else if (type.isRecord() || type.isSealed()) {
      return Map.of("type", "object");
    } else if (type == Object.class) {
      return Map.of();
    } else if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    } else if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return Map.of("type", "integer");
    } else if (type == double.class || Number.class.isAssignableFrom(type)) {
      return Map.of("type", "number");
    }
    return type == Instant.class ? ordered("string", "format", "date-time") : text();
  }

  // As people write it: what it is comes first.
  private static Map<String, Object> ordered(String type, String name, Object value) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", type);
    schema.put(name, value);
    return schema;
  }

  private static Map<String, Object> text() {
    return Map.of("type", "string");
  }
}
