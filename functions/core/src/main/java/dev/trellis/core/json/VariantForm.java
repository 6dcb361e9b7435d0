package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** One of several records: its simple name stands before its components, as {@code kind}. */
record VariantForm(Class<?> sealed, Map<String, RecordForm> records) implements Form {

  private static final String KIND = "kind";

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    var name = value.getClass().getSimpleName();
    out.writeStartObject();
    out.writeStringField(KIND, name);
    Objects.requireNonNull(records.get(name), name).writeMembers(value, out);
    out.writeEndObject();
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    Form.expect(JsonToken.START_OBJECT, in);
    if (in.nextToken() != JsonToken.FIELD_NAME || !in.currentName().equals(KIND)) {
      throw new MessageFormatException(sealed.getSimpleName() + ": no kind");
    }
    in.nextToken();
    var form = records.get(in.getText());
    if (form == null) {
      throw new MessageFormatException(sealed.getSimpleName() + ": unknown kind");
    }
    return form.readMembers(in);
  }
}
