package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one type are written as JSON and read again. */
interface Form {

  void write(Object value, JsonGenerator out) throws IOException;

  /** Reads the value whose first token is the parser's current one, up to its last token. */
  Object read(JsonParser in) throws IOException;

  static void expect(JsonToken token, JsonParser in) {
    if (in.currentToken() != token) {
      throw new MessageFormatException("expected " + token + ", found " + in.currentToken());
    }
  }

  /** What is left out of a record, and is there when it is missing. */
  default @Nullable Object nothing() {
    return null;
  }

  default boolean isNothing(@Nullable Object value) {
    return value == null || value.equals(nothing());
  }
}
