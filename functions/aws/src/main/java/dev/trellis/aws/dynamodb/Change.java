package dev.trellis.aws.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update does to an item, with the names and values of its guard as well. */
record Change(String update, Map<String, String> names, Map<String, AttributeValue> values) {

  /** Sets one attribute. */
  static Change set(String name, String value, Guard guard) {
    return new Change("SET #new = :new", Map.of("#new", name), Map.of(":new", text(value)))
        .under(guard);
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
