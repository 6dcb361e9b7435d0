package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/** What may be missing. */
record OptionalForm(Form value) implements Form {

  @Override
  public Object nothing() {
    return Optional.empty();
  }

  @Override
  public void write(Object optional, JsonGenerator out) throws IOException {
    value.write(((Optional<?>) optional).orElseThrow(), out);
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    return Optional.of(value.read(in));
  }
}
