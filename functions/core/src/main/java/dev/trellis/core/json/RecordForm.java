package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record: its components by their names, in their order. */
final class RecordForm implements Form {

  private final Class<?> type;
  private final RecordComponent[] components;
  private final Form[] forms;
  private final String[] names;
  private final @Nullable Object[] nothing;
  private final Constructor<?> constructor;

  /**
   * Looks at the record; at the types of its components only with {@link #complete}, since one of
   * them may be its own.
   */
  RecordForm(Class<?> type) {
    this.type = type;
    components = type.getRecordComponents();
    forms = new Form[components.length];
    names = new String[components.length];
    nothing = new @Nullable Object[components.length];
    var types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
      names[i] = components[i].getName();
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor in " + type, e);
    }
  }

  void complete(Function<RecordComponent, Form> finder) {
    for (int i = 0; i < forms.length; i++) {
      forms[i] = finder.apply(components[i]);
      nothing[i] = forms[i].nothing();
    }
  }

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeMembers(value, out);
    out.writeEndObject();
  }

  void writeMembers(Object value, JsonGenerator out) throws IOException {
    for (int i = 0; i < forms.length; i++) {
      var member = member(value, components[i]);
      if (member != null && !forms[i].isNothing(member)) {
        out.writeFieldName(names[i]);
        forms[i].write(member, out);
      }
    }
  }

  private static @Nullable Object member(Object value, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    Form.expect(JsonToken.START_OBJECT, in);
    return readMembers(in);
  }

  Object readMembers(JsonParser in) throws IOException {
    var members = nothing.clone();
    int next = 0;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      int at = place(in.currentName(), next);
      in.nextToken();
      members[at] = forms[at].read(in);
      next = at + 1;
    }
    try {
      return constructor.newInstance(members);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(
          type.getSimpleName() + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build " + type, e);
    }
  }

  // They come in the order in which they were written.
  private int place(String name, int expected) {
    for (int i = expected; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    throw new MessageFormatException(type.getSimpleName() + ": unknown member, or out of order");
  }
}
