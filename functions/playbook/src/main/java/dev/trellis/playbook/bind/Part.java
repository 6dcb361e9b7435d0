package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.json.Json;
import dev.trellis.playbook.bind.Grammar.Also;
import dev.trellis.playbook.bind.Grammar.Or;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/** What stands behind one key of a {@link Mapping}. */
record Part(RecordComponent component, Shape shape) {

  String key() {
    var key = component.getAnnotation(Grammar.Key.class);
    return key == null ? component.getName() : key.value();
  }

  boolean isOptional() {
    return component.isAnnotationPresent(Or.class)
        || component.getType() == Optional.class
        || component.getType() == boolean.class;
  }

  Object read(Yaml at, Reading reading) {
    if (isOptional() && at.find(key()).isEmpty()) {
      return otherwise(at, reading);
    }
    var value = shape.read(at, key(), reading);
    return component.getType() == Optional.class ? Optional.of(value) : value;
  }

  // Nothing is known of what is left out, except where that has a meaning of its own.
  private Object otherwise(Yaml at, Reading reading) {
    var or = component.getAnnotation(Or.class);
    if (or != null && !or.value().isEmpty()) {
      return shape.read(at.silent(or.value()), reading);
    }
    var type = component.getType();
    if (type == boolean.class) {
      return false;
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type == Condition.class) {
      return Condition.always();
    } else if (type == List.class) {
      return List.of();
    } else if (type == Set.class) {
      return Set.of();
    } else if (type == SortedMap.class) {
      return new TreeMap<>();
    }
    return type == Map.class ? Map.of() : null;
  }

  Map<String, Object> schema() {
    var schema = Shape.json();
    schema.putAll(shape.schema());
    if (component.isAnnotationPresent(Says.class)) {
      schema.put("description", component.getAnnotation(Says.class).value());
    }
    if (component.isAnnotationPresent(Also.class)) {
      schema.putAll(Json.parse(component.getAnnotation(Also.class).value()));
    }
    return schema;
  }
}
