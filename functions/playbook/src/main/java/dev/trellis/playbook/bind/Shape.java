package dev.trellis.playbook.bind;

import dev.trellis.playbook.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;

/** What may stand at a place of a file. */
interface Shape {

  /** What stands there; what is wrong is noted, and something harmless taken instead. */
  default Object read(Yaml at, Reading reading) {
    throw new IllegalStateException(this + " stands behind a key, not in a list");
  }

  /** Whether it looks like this, where it may be one of several. */
  default boolean fits(Yaml at) {
    return at.isMapping();
  }

  /** What stands behind a key. */
  default Object read(Yaml above, String key, Reading reading) {
    return read(above.get(key), reading);
  }

  /** The same for editors, as JSON Schema. */
  Map<String, Object> schema();

  /** An object of these keys and values, in this order. */
  static Map<String, Object> json(Object... keysAndValues) {
    var json = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return json;
  }
}
