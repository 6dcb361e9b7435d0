package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One text, number or yes and no; as a text it is also the key of a map. */
final class ScalarForm implements Form {

  private static final Map<Class<?>, Object> PRIMITIVES =
      Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0);
  private static final Set<Class<?>> OTHERS =
      Set.of(
          String.class,
          Boolean.class,
          Integer.class,
          Long.class,
          Double.class,
          Period.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          ZoneId.class,
          Path.class);

  private final Class<?> type;
  private final Path base;
  private final Map<String, Object> constants = new HashMap<>();

  /**
   * @param base folder that paths are written relative to
   */
  ScalarForm(Class<?> type, Path base) {
    this.type = type;
    this.base = base;
    if (type.isEnum()) {
      for (var constant : type.getEnumConstants()) {
        constants.put(Json.key(constant), constant);
      }
    }
  }

  static boolean takes(Class<?> type) {
    return type.isEnum() || OTHERS.contains(type) || PRIMITIVES.containsKey(type);
  }

  @Override
  public @Nullable Object nothing() {
    return type == Path.class ? base : PRIMITIVES.get(type);
  }

  @Override
  public void write(Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case Boolean b -> out.writeBoolean(b);
      case Integer n -> out.writeNumber(n);
      case Long n -> out.writeNumber(n);
      case Double n -> out.writeNumber(n);
      default -> out.writeString(text(value));
    }
  }

  String text(Object value) {
    return value instanceof Path path ? base.relativize(path).toString() : Json.key(value);
  }

  @Override
  public Object read(JsonParser in) throws IOException {
    if (type == int.class || type == Integer.class) {
      return in.getIntValue();
    } else if (type == boolean.class || type == Boolean.class) {
      return in.getBooleanValue();
    } else if (type == long.class || type == Long.class) {
      return in.getLongValue();
    } else if (type == double.class || type == Double.class) {
      return in.getDoubleValue();
    }
    Form.expect(JsonToken.VALUE_STRING, in);
    return parse(in.getText());
  }

  Object parse(String text) {
    if (type == String.class) {
      return text;
    } else if (type.isEnum()) {
      return constant(text);
    } else if (type == Integer.class) {
      return Integer.valueOf(text);
    } else if (type == Period.class) {
      return Period.parse(text);
    } else if (type == Duration.class) {
      return Duration.parse(text);
    } else if (type == Instant.class) {
      return Instant.parse(text);
    } else if (type == LocalDate.class) {
      return LocalDate.parse(text);
    } else if (type == LocalTime.class) {
      return LocalTime.parse(text);
    } else if (type == ZoneId.class) {
      return ZoneId.of(text);
    } else if (type == Path.class) {
      return base.resolve(text);
    }
    throw new IllegalStateException("no key of a map: " + type);
  }

  private Object constant(String text) {
    var constant = constants.get(text);
    if (constant == null) {
      throw new MessageFormatException(type.getSimpleName() + ": unknown value");
    }
    return constant;
  }
}
