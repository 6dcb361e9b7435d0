package dev.trellis.playbook.bind;

import module java.base;

/** What editors are told of a condition, which {@link ConditionReader} reads. */
final class ConditionSchema {

  private static final String FIELDS = "condition-fields.txt";

  private static final Map<String, Object> TEST = Shape.json("$ref", "#/$defs/test");
  private static final Map<String, Object> PART = Shape.json("$ref", "#");

  private ConditionSchema() {}

  static Map<String, Object> schema() {
    var parts = Shape.json("type", "array", "minItems", 1, "items", PART);
    var properties =
        Shape.json(
            "all", said(parts, "Every one of these holds."),
            "any", said(parts, "At least one of these holds."),
            "not", said(PART, "This does not hold."),
            "tag",
                said(
                    Shape.json(
                        "anyOf", List.of(Shape.json("type", "string", "minLength", 1), TEST)),
                    "A tag of the lead. \"tag: need:x\" is short for \"tag: {has: need:x}\"."));
    fields()
        .forEach(line -> {
          var field = line.split(": ", 2);
          properties.put(field[0], said(TEST, field[1]));
        });
    return Shape.json(
        "description",
        "Something to ask about a lead: all, any, not, or fields with a test each.",
        "type",
        "object",
        "minProperties",
        1,
        "properties",
        properties,
        "additionalProperties",
        said(
            TEST,
            "A field of fields.yaml; shown.<field>, source.<field> or confidence.<field> of its"
                + " shown value; or interest.<topic>."),
        "$defs",
        Shape.json("test", Tests.SHAPE.definition()));
  }

  private static List<String> fields() {
    try (var in = ConditionSchema.class.getResourceAsStream(FIELDS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> said(Map<String, Object> schema, String says) {
    var all = Shape.json("description", says);
    all.putAll(schema);
    return all;
  }
}
