package dev.trellis.aws.dynamodb;

import module java.base;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One DynamoDB item, or a key. Each call returns a new item; null and empty add nothing. */
record Item(Map<String, AttributeValue> attributes) {

  static final Item EMPTY = new Item(Map.of());

  Item {
    attributes = Map.copyOf(attributes);
  }

  Item text(String name, String value) {
    return value == null ? this : with(name, AttributeValue.fromS(value));
  }

  Item document(String name, String json) {
    return with(name, Document.write(json));
  }

  /** The same, deflated beyond so many bytes. */
  Item document(String name, String json, int longestText) {
    return with(name, Document.write(json, longestText));
  }

  Item number(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  Item texts(String name, Collection<String> values) {
    return values.isEmpty()
        ? this
        : with(name, AttributeValue.builder().ss(new TreeSet<>(values)).build());
  }

  /** The text, or null if there is none. */
  String text(String name) {
    var value = attributes.get(name);
    return value == null ? null : value.s();
  }

  /** The JSON document, which must be there. */
  String document(String name) {
    return Document.read(attributes.get(name));
  }

  /** The number, or 0 if there is none. */
  long number(String name) {
    var value = attributes.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  SortedSet<String> texts(String name) {
    var value = attributes.get(name);
    return value == null ? new TreeSet<>() : new TreeSet<>(value.ss());
  }

  /** True if this item has all attributes of the other, with the same values. */
  boolean has(Item other) {
    return attributes.entrySet().containsAll(other.attributes.entrySet());
  }

  private Item with(String name, AttributeValue value) {
    var all = new LinkedHashMap<>(attributes);
    all.put(name, value);
    return new Item(all);
  }
}
