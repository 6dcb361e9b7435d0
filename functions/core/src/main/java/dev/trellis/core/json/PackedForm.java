package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.trellis.core.json.RecordJson.Packed;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** What is written as another record, and made from it. */
record PackedForm(Method unpack, Form record) implements Form {

  static PackedForm of(Class<?> type, ExactType packed, Form record) {
    try {
      return new PackedForm(type.getMethod("unpacked", packed.raw()), record);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("nothing makes it from what it is packed as: " + type, e);
    }
  }

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    record.write(((Packed<?>) value).packed(), out);
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    var packed = record.read(in);
    try {
      return unpack.invoke(null, packed);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(unpack + ": " + e.getTargetException().getMessage());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + unpack, e);
    }
  }
}
