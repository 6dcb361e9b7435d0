package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A large record to JSON and back, equal to what it was, in one pass and with nothing between: for
 * what is written once and read at every start. Equal records give equal bytes.
 *
 * <p>Unlike {@link Json}, it keeps the order of maps and empty texts, and takes only what it wrote
 * itself.
 */
public final class RecordJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path base;
  private final Map<ExactType, Form> forms = new HashMap<>();

  /**
   * @param base folder that paths are written relative to
   */
  public RecordJson(Path base) {
    this.base = base;
  }

  /**
   * A type that holds more than it is made of. It is written as one record and made from it by its
   * public static {@code unpacked}.
   */
  public interface Packed<R extends Record> {
    R packed();
  }

  public void write(Record value, OutputStream out) throws IOException {
    try (var json = FACTORY.createGenerator(out)) {
      form(ExactType.of(value.getClass())).write(value, json);
    }
  }

  /**
   * Reads one record.
   *
   * @throws MessageFormatException if that is not what {@link #write} wrote
   */
  public <T extends Record> T read(Class<T> type, InputStream in) throws IOException {
    try (var json = FACTORY.createParser(in)) {
      return read(type, json);
    } catch (JsonProcessingException | DateTimeException | NumberFormatException e) {
      throw new MessageFormatException(type.getSimpleName() + ": not as it was written");
    }
  }

  private <T extends Record> T read(Class<T> type, JsonParser json) throws IOException {
    json.nextToken();
    return type.cast(form(ExactType.of(type)).read(json));
  }

  private Form form(ExactType exact) {
    var known = forms.get(exact);
    if (known != null) {
      return known;
    }
    var form = make(exact);
    forms.put(exact, form);
    return form;
  }

  private Form make(ExactType exact) {
    var type = exact.raw();
    if (ScalarForm.takes(type)) {
      return new ScalarForm(type, base);
    } else if (Packed.class.isAssignableFrom(type)) {
      var packed = exact.within(packed(type));
      return PackedForm.of(type, packed, form(packed));
    } else if (type.isRecord()) {
      return record(exact);
    } else if (type.isSealed()) {
      return variants(exact);
    } else if (type == Optional.class) {
      return new OptionalForm(form(exact.arguments().getFirst()));
    } else if (Map.class.isAssignableFrom(type)) {
      var key = (ScalarForm) form(exact.arguments().getFirst());
      return new MapForm(type, key, form(exact.arguments().getLast()));
    } else if (Collection.class.isAssignableFrom(type)) {
      return new CollectionForm(type, form(exact.arguments().getFirst()));
    }
    throw new IllegalStateException("no JSON form for " + type);
  }

  // Known before it is complete: a pool has pools.
  private RecordForm record(ExactType exact) {
    var form = new RecordForm(exact.raw());
    forms.put(exact, form);
    form.complete(component -> form(exact.within(component.getGenericType())));
    return form;
  }

  private Form variants(ExactType exact) {
    var records = new HashMap<String, RecordForm>();
    var form = new VariantForm(exact.raw(), records);
    forms.put(exact, form);
    permitted(exact.raw())
        .forEach(type -> records.put(type.getSimpleName(), (RecordForm) form(ExactType.of(type))));
    return form;
  }

  private static Stream<Class<?>> permitted(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : permitted(type));
  }

  private static Type packed(Class<?> type) {
    for (var each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType p && p.getRawType() == Packed.class) {
        return p.getActualTypeArguments()[0];
      }
    }
    throw new IllegalStateException("does not say what it is packed as: " + type);
  }
}
