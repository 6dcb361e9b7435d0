package dev.trellis.local.template;

import module java.base;

/**
 * One entry of {@code Resources}.
 *
 * @param properties a tree as {@link TemplateYaml} reads it, nothing resolved
 */
record Resource(String id, String type, Map<String, Object> properties) {

  boolean is(String type) {
    return this.type.equals(type);
  }

  Object property(String name) {
    return properties.get(name);
  }

  /**
   * Refuses properties that nobody here reads: what the template says must not be lost in silence.
   */
  void only(String... known) {
    only(id, properties, Arrays.asList(known));
  }

  static void only(String id, Map<String, ?> properties, List<String> known) {
    for (var name : properties.keySet()) {
      if (!known.contains(name)) {
        throw new TemplateException(
            id,
            "has " + name + ", which does nothing on this machine",
            "Remove it, or teach dev.trellis.local.template to read it");
      }
    }
  }
}
