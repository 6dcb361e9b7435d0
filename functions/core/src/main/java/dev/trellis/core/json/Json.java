package dev.trellis.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records to canonical JSON and back. Members keep the record's order, map keys are sorted, and
 * whatever is null, {@code false}, zero or empty is left out, so equal records give equal bytes. A
 * variant of a sealed interface carries its simple name as {@code kind}.
 */
public final class Json {

  private static final JSON CODEC = JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS);
  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private Json() {}

  /** Marks a type that is written as one string and read by its static {@code parse(String)}. */
  public interface Text {}

  /** Marks a component of a record that is shown: its own members stand in its place. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Inline {}

  /**
   * Marks a sealed type that used to be written as one string, which its static {@code
   * parse(String)} still reads.
   */
  public interface FormerText {}

  public static String write(Object value) {
    return compose(tree(value));
  }

  /** Writes what is to be looked at: only null is left out, and maps keep their order. */
  public static String show(Object view) {
    return compose(tree(view, true));
  }

  /** Writes a plain tree of maps, lists, strings, numbers and booleans as it is. */
  public static String compose(@Nullable Object tree) {
    try {
      return CODEC.asString(tree == null ? Map.of() : tree);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  /**
   * Reads one record.
   *
   * @throws MessageFormatException if the text is not JSON or does not fit the record; the message
   *     names the member, never its content
   */
  public static <T> T read(Class<T> type, String json) {
    return read(type, parse(json));
  }

  /** The same from the plain map that {@link #parse} gives. */
  public static <T> T read(Class<T> type, Map<?, ?> tree) {
    return type.cast(Objects.requireNonNull(value(type, tree, type.getSimpleName())));
  }

  /**
   * Reads a JSON object as a plain map.
   *
   * @throws MessageFormatException if it is not a JSON object
   */
  public static Map<String, Object> parse(String json) {
    try (var parser = CODEC.createParser(json)) {
      var tree = CODEC.mapFrom(parser);
      if (tree == null || parser.nextToken() != null) {
        throw new MessageFormatException("not one JSON object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new MessageFormatException(
          at == null
              ? "not a JSON object"
              : "not a JSON object, line " + at.getLineNr() + " column " + at.getColumnNr());
    } catch (IOException | StackOverflowError e) {
      throw new MessageFormatException("not a JSON object");
    }
  }

  /** The plain tree (maps, lists, strings, numbers, booleans) that {@link #write} composes. */
  public static @Nullable Object tree(@Nullable Object value) {
    return tree(value, false);
  }

  private static @Nullable Object tree(@Nullable Object value, boolean whole) {
    return switch (value) {
      case null -> null;
      case Text t -> t.toString();
      case Record r -> recordTree(r, whole);
      case Optional<?> o -> o.isPresent() ? tree(o.get(), whole) : null;
      case Map<?, ?> m -> {
        Map<String, @Nullable Object> members = whole ? new LinkedHashMap<>() : new TreeMap<>();
        m.forEach((k, v) -> members.put(key(k), tree(v, whole)));
        yield members;
      }
      case Collection<?> c -> {
        var list = new ArrayList<@Nullable Object>();
        c.forEach(v -> list.add(tree(v, whole)));
        yield list;
      }
      case Enum<?> e -> key(e);
      case Number n -> n;
      case Boolean b -> b;
      default -> value.toString();
    };
  }

  private static Map<String, Object> recordTree(Record value, boolean whole) {
    var shape = shape(value.getClass());
    var out = new LinkedHashMap<String, Object>();
    if (shape.variant) {
      out.put("kind", value.getClass().getSimpleName());
    }
    for (var component : shape.components) {
      var member = tree(get(component, value), whole);
      if (component.isAnnotationPresent(Inline.class) && member instanceof Map<?, ?> inner) {
        inner.forEach((name, one) -> out.put((String) name, one));
      } else if (whole ? member != null : !isEmpty(member)) {
        out.put(component.getName(), member);
      }
    }
    return out;
  }

  private static boolean isEmpty(@Nullable Object member) {
    return switch (member) {
      case null -> true;
      case String s -> s.isEmpty();
      case Map<?, ?> m -> m.isEmpty();
      case List<?> l -> l.isEmpty();
      case Boolean b -> !b;
      case Long n -> n == 0;
      case Integer n -> n == 0;
      default -> false;
    };
  }

  static String key(Object key) {
    return key instanceof Enum<?> e
        ? e.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : key.toString();
  }

  private static @Nullable Object value(Type type, @Nullable Object tree, String where) {
    if (type instanceof ParameterizedType p) {
      return generic(p, tree, where);
    }
    var c = (Class<?>) type;
    if (tree == null) {
      return absent(c);
    }
    try {
      if (c == String.class) {
        return cast(String.class, tree, where);
      } else if (c == int.class || c == Integer.class) {
        return Math.toIntExact(cast(Number.class, tree, where).longValue());
      } else if (c == long.class || c == Long.class) {
        return cast(Number.class, tree, where).longValue();
      } else if (c == double.class || c == Double.class) {
        return cast(Number.class, tree, where).doubleValue();
      } else if (c == boolean.class || c == Boolean.class) {
        return cast(Boolean.class, tree, where);
      } else if (c == Instant.class) {
        return Instant.parse(cast(String.class, tree, where));
      } else if (c == LocalDate.class) {
        return LocalDate.parse(cast(String.class, tree, where));
      } else if (c == Duration.class) {
        return Duration.parse(cast(String.class, tree, where));
      } else if (c == Period.class) {
        return Period.parse(cast(String.class, tree, where));
      } else if (c.isEnum()) {
        return constant(c, cast(String.class, tree, where));
      } else if (Text.class.isAssignableFrom(c)) {
        return c.getMethod("parse", String.class).invoke(null, cast(String.class, tree, where));
      } else if (FormerText.class.isAssignableFrom(c) && tree instanceof String text) {
        return c.getMethod("parse", String.class).invoke(null, text);
      } else if (c.isRecord()) {
        return record(c, cast(Map.class, tree, where), where);
      } else if (c.isSealed()) {
        return variant(c, cast(Map.class, tree, where), where);
      } else {
        throw new IllegalStateException("no JSON form for " + c);
      }
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(where + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no JSON form for " + c, e);
    } catch (java.time.DateTimeException | ArithmeticException e) {
      throw new MessageFormatException(where + ": not a " + c.getSimpleName());
    }
  }

  private static @Nullable Object absent(Class<?> c) {
    if (c == boolean.class) {
      return false;
    } else if (c == int.class) {
      return 0;
    } else if (c == long.class) {
      return 0L;
    } else if (c == double.class) {
      return 0.0;
    }
    return null;
  }

  private static Object generic(ParameterizedType type, @Nullable Object tree, String where) {
    var raw = (Class<?>) type.getRawType();
    var arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return Optional.ofNullable(tree).map(t -> value(arguments[0], t, where));
    } else if (Map.class.isAssignableFrom(raw)) {
      var out = raw == SortedMap.class ? new TreeMap<Object, Object>() : new LinkedHashMap<>();
      if (tree != null) {
        for (var e : cast(Map.class, tree, where).entrySet()) {
          var entry = (Map.Entry<?, ?>) e;
          var name = (String) entry.getKey();
          out.put(value(arguments[0], name, where), value(arguments[1], entry.getValue(), where));
        }
      }
      return out;
    } else if (Collection.class.isAssignableFrom(raw)) {
      Collection<Object> out =
          raw == SortedSet.class || raw == Set.class ? new TreeSet<>() : new ArrayList<>();
      if (tree != null) {
        for (var item : cast(List.class, tree, where)) {
          if (item == null) {
            throw new MessageFormatException(where + ": holds null");
          }
          out.add(value(arguments[0], item, where));
        }
      }
      return out;
    }
    throw new IllegalStateException("no JSON form for " + type);
  }

  private static Object record(Class<?> c, Map<?, ?> tree, String where) {
    var shape = shape(c);
    var arguments = new @Nullable Object[shape.components.length];
    for (int i = 0; i < arguments.length; i++) {
      var component = shape.components[i];
      arguments[i] =
          value(
              component.getGenericType(),
              tree.get(component.getName()),
              where + "." + component.getName());
    }
    try {
      return shape.constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(where + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build " + c, e);
    }
  }

  private static Object variant(Class<?> sealed, Map<?, ?> tree, String where) {
    for (var permitted : sealed.getPermittedSubclasses()) {
      if (permitted.getSimpleName().equals(tree.get("kind"))) {
        return record(permitted, tree, where);
      }
    }
    throw new MessageFormatException(where + ": unknown kind");
  }

  private static Object constant(Class<?> c, String name) {
    for (var constant : c.getEnumConstants()) {
      if (key(constant).equals(name)) {
        return constant;
      }
    }
    throw new MessageFormatException(c.getSimpleName() + ": unknown value");
  }

  private static <T> T cast(Class<T> type, @Nullable Object tree, String where) {
    if (!type.isInstance(tree)) {
      throw new MessageFormatException(where + ": expected " + type.getSimpleName());
    }
    return type.cast(tree);
  }

  private static @Nullable Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private record Shape(Constructor<?> constructor, RecordComponent[] components, boolean variant) {}

  private static Shape shape(Class<?> c) {
    return SHAPES.computeIfAbsent(c, Json::inspect);
  }

  private static Shape inspect(Class<?> c) {
    var components = c.getRecordComponents();
    var types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
      components[i].getAccessor().setAccessible(true);
    }
    try {
      var constructor = c.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      var variant = false;
      for (var i : c.getInterfaces()) {
        variant |= i.isSealed();
      }
      return new Shape(constructor, components, variant);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor in " + c, e);
    }
  }
}
