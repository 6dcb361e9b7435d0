package dev.trellis.playbook.bind;

import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;

/** A text in each language of the playbook. */
enum Texts implements Shape {
  EACH_LANGUAGE;

  @Override
  public Object read(Yaml above, String key, Reading reading) {
    return above.wording(key, reading.languages());
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("$ref", "wording.schema.json");
  }

  /** What the mention refers to. */
  Map<String, Object> whole() {
    var text = Shape.json("type", "string", "minLength", 1);
    return Shape.json(
        "description",
        "One text in every language of the playbook.",
        "type",
        "object",
        "minProperties",
        1,
        "properties",
        Shape.json("zh", text, "en", text),
        "patternProperties",
        Shape.json("^[a-z]{2,3}(-[A-Za-z0-9]+)*$", text),
        "additionalProperties",
        false);
  }
}
