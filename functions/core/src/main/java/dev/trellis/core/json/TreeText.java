package dev.trellis.core.json;

import module java.base;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Plain trees of maps, lists, strings, numbers and booleans as JSON text, and back. */
final class TreeText {

  // Names may be ids of which each comes once: whoever keeps them all pays for them in every text.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final String SHORT_NAMES = "btnfr\"\\";

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
    var text = new StringBuilder();
    write(tree, text);
    return text.toString();
  }

  private static void write(@Nullable Object tree, StringBuilder out) {
    switch (tree) {
      case null -> out.append("null");
      case String text -> quote(text, out);
      case Map<?, ?> members -> {
        char before = '{';
        for (var member : members.entrySet()) {
          if (member.getValue() != null) {
            quote(member.getKey().toString(), out.append(before));
            write(member.getValue(), out.append(':'));
            before = ',';
          }
        }
        out.append(before == '{' ? "{}" : "}");
      }
      case Collection<?> items -> {
        char before = '[';
        for (var item : items) {
          write(item, out.append(before));
          before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
      }
      case Number number -> out.append(number);
      case Boolean is -> out.append(is);
      default -> throw new IllegalArgumentException("no JSON for " + tree.getClass());
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      text.chars().forEach(c -> escape((char) c, out));
    }
    out.append('"');
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (mustBeEscaped(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mustBeEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private static void escape(char c, StringBuilder out) {
    int known = SHORT.indexOf(c);
    if (known >= 0) {
      out.append('\\').append(SHORT_NAMES.charAt(known));
    } else if (mustBeEscaped(c)) {
      out.append("\\u00").append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
    } else {
      out.append(c);
    }
  }
}
