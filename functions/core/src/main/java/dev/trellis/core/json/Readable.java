package dev.trellis.core.json;

import module java.base;

import dev.trellis.core.json.Json.FormerText;
import dev.trellis.core.json.Json.Text;
import dev.trellis.core.json.RecordJson.Packed;
import org.jspecify.annotations.Nullable;

/** A type as it is read, which is found out once: its form in JSON, and the types in it. */
final class Readable {

  /** What a type is written as. */
  enum Form {
    OPTIONAL,
    MAP,
    LIST,
    TEXT,
    INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    PATH,
    ENUM,
    PARSED,
    PACKED,
    RECORD,
    VARIANTS,
    NONE
  }

  private static final Map<Class<?>, Function<String, Object>> TEXTS =
      Map.of(
          String.class, text -> text,
          Instant.class, InstantText::parse,
          LocalDate.class, LocalDate::parse,
          MonthDay.class, MonthDay::parse,
          LocalTime.class, LocalTime::parse,
          Duration.class, Duration::parse,
          Period.class, Period::parse,
          ZoneId.class, ZoneId::of);
  private static final Map<Class<?>, Form> PLAIN =
      Map.of(
          Optional.class, Form.OPTIONAL,
          int.class, Form.INT,
          Integer.class, Form.INT,
          long.class, Form.LONG,
          Long.class, Form.LONG,
          double.class, Form.DOUBLE,
          Double.class, Form.DOUBLE,
          boolean.class, Form.BOOLEAN,
          Boolean.class, Form.BOOLEAN,
          Path.class, Form.PATH);
  private static final Map<Class<?>, Object> ABSENT =
      Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0);
  private static final Map<Class<?>, Readable> KNOWN = new ConcurrentHashMap<>();

  private final Type type;
  private final Map<TypeVariable<?>, Readable> variables;
  private final Class<?> raw;
  private final Form form;
  private volatile Readable @Nullable [] parts;
  private volatile @Nullable Map<String, Object> words;
  private volatile @Nullable Method maker;

  private Readable(Type type, Map<TypeVariable<?>, Readable> variables) {
    this.type = type;
    this.variables = variables;
    this.raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    this.form = form(raw);
  }

  static Readable of(Class<?> type) {
    var known = KNOWN.get(type);
    return known == null ? KNOWN.computeIfAbsent(type, raw -> new Readable(raw, Map.of())) : known;
  }

  private static Form form(Class<?> raw) {
    if (TEXTS.containsKey(raw)) {
      return Form.TEXT;
    } else if (PLAIN.containsKey(raw)) {
      return PLAIN.get(raw);
    } else if (Map.class.isAssignableFrom(raw)) {
      return Form.MAP;
    } else if (Collection.class.isAssignableFrom(raw)) {
      return Form.LIST;
    } else if (raw.isEnum()) {
      return Form.ENUM;
    } else if (Text.class.isAssignableFrom(raw)) {
      return Form.PARSED;
    } else if (Packed.class.isAssignableFrom(raw)) {
      return Form.PACKED;
    } else if (raw.isRecord()) {
      return Form.RECORD;
    }
    return raw.isSealed() ? Form.VARIANTS : Form.NONE;
  }

  Form form() {
    return form;
  }

  Class<?> raw() {
    return raw;
  }

  /** What stands for nothing; null if that is refused or is null. */
  @Nullable Object absent() {
    return ABSENT.get(raw);
  }

  /** What is made of a text, if every value of the type is one. */
  Object ofText(String text) {
    return Objects.requireNonNull(TEXTS.get(raw)).apply(text);
  }

  /** True if values used to be written as texts. */
  boolean wasText() {
    return FormerText.class.isAssignableFrom(raw);
  }

  /** The types in it: of a map's keys and values, of a list's items, of a record's components. */
  Readable part(int i) {
    var known = parts;
    if (known == null) {
      known = found();
      parts = known;
    }
    return known[i];
  }

  private Readable[] found() {
    return switch (form) {
      case RECORD -> {
        var inside = inside();
        yield RecordShape.of(raw).components().stream()
            .map(component -> within(component.type(), inside))
            .toArray(Readable[]::new);
      }
      case PACKED -> new Readable[] {packed()};
      default ->
          Arrays.stream(((ParameterizedType) type).getActualTypeArguments())
              .map(argument -> within(argument, variables))
              .toArray(Readable[]::new);
    };
  }

  private Readable packed() {
    for (var each : raw.getGenericInterfaces()) {
      if (each instanceof ParameterizedType p && p.getRawType() == Packed.class) {
        return within(p.getActualTypeArguments()[0], inside());
      }
    }
    throw new IllegalStateException("does not say what it is packed as: " + raw);
  }

  private static Readable within(Type part, Map<TypeVariable<?>, Readable> variables) {
    return switch (part) {
      case TypeVariable<?> variable -> Objects.requireNonNull(variables.get(variable));
      case Class<?> plain -> of(plain);
      default -> new Readable(part, variables);
    };
  }

  // What the variables of the class itself stand for.
  private Map<TypeVariable<?>, Readable> inside() {
    var inside = new HashMap<TypeVariable<?>, Readable>();
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      var argument = ((ParameterizedType) type).getActualTypeArguments()[i];
      inside.put(raw.getTypeParameters()[i], within(argument, variables));
    }
    return inside;
  }

  /** The constant of an enum, or the variant of a sealed type, that a word names; null if none. */
  @Nullable Object named(String word) {
    var known = words;
    if (known == null) {
      known = new HashMap<>();
      for (var one : form == Form.ENUM ? raw.getEnumConstants() : permitted(raw).toArray()) {
        known.put(
            one instanceof Class<?> variant ? variant.getSimpleName() : TreeWriter.text(one),
            one instanceof Class<?> variant ? of(variant) : one);
      }
      words = known;
    }
    return known.get(word);
  }

  private static Stream<Class<?>> permitted(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? permitted(type) : Stream.of(type));
  }

  /** What makes a value of what it is written as. */
  Object make(String method, Object written) throws ReflectiveOperationException {
    var known = maker;
    if (known == null) {
      known = raw.getMethod(method, written.getClass());
      maker = known;
    }
    return known.invoke(null, written);
  }
}
