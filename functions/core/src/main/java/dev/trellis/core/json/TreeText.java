package dev.trellis.core.json;

import module java.base;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Plain trees of maps, lists, strings, numbers and booleans as JSON text, and back. */
final class TreeText {

  // Names may be ids of which each comes once: whoever keeps them all pays for them in every text.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private TreeText() {}

  /** Reads one object, and nothing behind it. */
  static Map<String, Object> read(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MessageFormatException("not one JSON object");
      }
      var tree = members(parser);
      if (parser.nextToken() != null) {
        throw new MessageFormatException("not one JSON object");
      }
      return tree;
    }
  }

  private static Map<String, Object> members(JsonParser parser) throws IOException {
    var members = new LinkedHashMap<String, Object>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int before = members.size();
      members.put(name, value(parser, parser.nextToken()));
      if (members.size() == before) {
        throw new JsonParseException(parser, "two members of one name");
      }
    }
    return members;
  }

  private static List<Object> items(JsonParser parser) throws IOException {
    var items = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return items;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonParseException(parser, "no value");
    };
  }

  /** Writes a tree; a member that is null is left out. */
  static String write(Object tree) {
    var text = new StringWriter();
    try (var out = FACTORY.createGenerator(text)) {
      write(tree, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(@Nullable Object tree, JsonGenerator out) throws IOException {
    switch (tree) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Map<?, ?> members -> {
        out.writeStartObject();
        for (var member : members.entrySet()) {
          if (member.getValue() != null) {
            out.writeFieldName(member.getKey().toString());
            write(member.getValue(), out);
          }
        }
        out.writeEndObject();
      }
      case Collection<?> items -> {
        out.writeStartArray();
        for (var item : items) {
          write(item, out);
        }
        out.writeEndArray();
      }
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Number number -> out.writeNumber(number.toString());
      case Boolean is -> out.writeBoolean(is);
      default -> throw new IllegalArgumentException("no JSON for " + tree.getClass());
    }
  }
}
