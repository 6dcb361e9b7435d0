package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.playbook.bind.Grammar.Each;
import dev.trellis.playbook.bind.Grammar.Filled;
import dev.trellis.playbook.bind.Grammar.Keys;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A mapping whose keys the playbook chooses.
 *
 * @param keys the words that may be keys, or null for any
 * @param as what becomes of it
 */
record Table(Choice keys, Class<?> keyType, Shape entry, Class<?> as, AnnotatedElement rules)
    implements Shape {

  @Override
  public Object read(Yaml at, Reading reading) {
    Map<Object, Object> all = as == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    at.map()
        .forEach((key, place) -> {
          if (rules.isAnnotationPresent(Each.class)) {
            reading.places().put(rules.getAnnotation(Each.class).value() + " " + key, place);
          }
          var like = rules.getAnnotation(Keys.class);
          var wrong = rules.getAnnotation(Wrong.class);
          if (like != null && wrong != null && !key.matches(like.value())) {
            Scalar.wrong(place, wrong, key, "", "");
          }
          var value = entry.read(place, reading);
          if (keys == null) {
            all.put(key, value);
          } else if (keys.words().contains(key)) {
            all.put(keys.meaning().apply(key), value);
          } else {
            place.problem(
                "unknown " + keyType.getSimpleName().toLowerCase(Locale.ROOT) + " \"" + key + "\"",
                "Use one of: " + String.join(", ", keys.words()));
          }
        });
    return all;
  }

  @Override
  public Map<String, Object> schema() {
    var schema = Shape.json("type", "object");
    if (rules.isAnnotationPresent(Filled.class)) {
      schema.put("minProperties", 1);
    }
    if (keys != null) {
      var properties = Shape.json();
      keys.words().forEach(word -> properties.put(word, entry.schema()));
      schema.put("properties", properties);
    } else if (rules.isAnnotationPresent(Keys.class)) {
      schema.put(
          "propertyNames",
          Map.of("pattern", "^(" + rules.getAnnotation(Keys.class).value() + ")$"));
    }
    schema.put("additionalProperties", keys == null ? entry.schema() : false);
    return schema;
  }
}
