package dev.trellis.aws.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The condition of a write on the item that stands there, in DynamoDB's own terms. */
record Guard(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  /** Write whatever stands there. */
  static final Guard NONE = new Guard(null, null, null);

  /** Nothing stands there; {@code key} is an attribute of the table's key. */
  static Guard absent(String key) {
    return new Guard("attribute_not_exists(#a)", Map.of("#a", key), null);
  }

  /** The item has the attribute. */
  static Guard present(String name) {
    return new Guard("attribute_exists(#a)", Map.of("#a", name), null);
  }

  /** The attribute has exactly this value. */
  private static Guard is(String name, AttributeValue value) {
    return new Guard("#a = :a", Map.of("#a", name), Map.of(":a", value));
  }

  static Guard is(String name, String value) {
    return is(name, AttributeValue.fromS(value));
  }

  /** The item still has the version that was read; 0 means that there was none. */
  static Guard version(String key, long version) {
    return version == 0 ? absent(key) : is("version", AttributeValue.fromN("" + version));
  }

  /** And the item has no such attribute. */
  Guard andAbsent(String name) {
    var allNames = new TreeMap<>(names);
    allNames.put("#none", name);
    return new Guard(expression + " AND attribute_not_exists(#none)", allNames, values);
  }

  Guard and(String name, String value) {
    return combined("AND", name, value);
  }

  Guard or(String name, String value) {
    return combined("OR", name, value);
  }

  private Guard combined(String operator, String name, String value) {
    var mark = "c" + names.size();
    var allNames = new TreeMap<>(names);
    allNames.put("#" + mark, name);
    var allValues = new TreeMap<String, AttributeValue>();
    if (values != null) {
      allValues.putAll(values);
    }
    allValues.put(":" + mark, AttributeValue.fromS(value));
    return new Guard(
        "%s %s #%s = :%s".formatted(expression, operator, mark, mark), allNames, allValues);
  }
}
