package dev.trellis.aws.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update does to an item, with the names and values of its guard as well. */
record Change(String update, Map<String, String> names, Map<String, AttributeValue> values) {

  /** Sets one attribute. */
  static Change set(String name, String value, Guard guard) {
    return new Change("SET #new = :new", Map.of("#new", name), Map.of(":new", text(value)))
        .under(guard);
  }

  /** Sets several attributes. */
  static Change set(Map<String, String> texts, Guard guard) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    texts.forEach((name, value) -> {
      names.put("#" + name, name);
      values.put(":" + name, text(value));
    });
    var each = texts.keySet().stream().sorted().map(name -> "#" + name + " = :" + name);
    return new Change("SET " + each.collect(Collectors.joining(", ")), names, values).under(guard);
  }

  /** The same with what its guard names. */
  Change under(Guard guard) {
    var allNames = new HashMap<>(names);
    var allValues = new HashMap<>(values);
    if (guard.names() != null) {
      allNames.putAll(guard.names());
    }
    if (guard.values() != null) {
      allValues.putAll(guard.values());
    }
    return new Change(update, allNames, allValues);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
