package dev.trellis.core.json;

import module java.base;

import dev.trellis.core.json.Json.FormerText;
import dev.trellis.core.json.Json.Text;
import dev.trellis.core.json.RecordJson.Packed;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the plain trees that {@link TreeWriter} made of them. A refusal names the
 * member, never its content.
 *
 * @param base folder that paths are relative to, if there may be any
 */
record TreeReader(Style style, @Nullable Path base) {

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
  private static final Map<Class<?>, Object> ABSENT =
      Map.of(boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0);

  /** Constants of enums, and kinds of sealed types, by their words. */
  private static final Map<Class<?>, Map<String, Object>> WORDS = new ConcurrentHashMap<>();

  /** What reads a type that is written as one string. */
  private static final Map<Class<?>, Method> PARSERS = new ConcurrentHashMap<>();

  /** A member, told apart only where something is wrong with it. */
  private record Where(@Nullable Where above, String name) {
    @Override
    public String toString() {
      return above == null ? name : above + "." + name;
    }
  }

  /** A type, and what the variables in it stand for. */
  private record Known(Type type, Map<TypeVariable<?>, Known> variables) {

    Known argument(int i) {
      return within(((ParameterizedType) type).getActualTypeArguments()[i]);
    }

    Known within(Type part) {
      return part instanceof TypeVariable<?> variable
          ? Objects.requireNonNull(variables.get(variable))
          : new Known(part, variables);
    }

    /** What the variables of the class itself stand for. */
    Map<TypeVariable<?>, Known> inside(Class<?> raw) {
      var inside = new HashMap<TypeVariable<?>, Known>();
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        inside.put(raw.getTypeParameters()[i], argument(i));
      }
      return inside;
    }
  }

  <T> T read(Class<T> type, Map<?, ?> tree) {
    var read = value(new Known(type, Map.of()), tree, new Where(null, type.getSimpleName()));
    return type.cast(Objects.requireNonNull(read));
  }

  private @Nullable Object value(Known known, @Nullable Object tree, Where where) {
    var type = (Class<?>) (known.type instanceof ParameterizedType p ? p.getRawType() : known.type);
    if (type == Optional.class) {
      return Optional.ofNullable(tree).map(t -> value(known.argument(0), t, where));
    } else if (Map.class.isAssignableFrom(type)) {
      return map(type, known, tree == null ? Map.of() : cast(Map.class, tree, where), where);
    } else if (Collection.class.isAssignableFrom(type)) {
      return all(type, known, tree == null ? List.of() : cast(List.class, tree, where), where);
    } else if (tree == null) {
      return type == Path.class ? base : ABSENT.get(type);
    }
    try {
      return one(type, known, tree, where);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(where + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no JSON form for " + type, e);
    } catch (DateTimeException | ArithmeticException e) {
      throw new MessageFormatException(where + ": not a " + type.getSimpleName());
    }
  }

  private Object one(Class<?> type, Known known, Object tree, Where where)
      throws ReflectiveOperationException {
    var text = TEXTS.get(type);
    if (text != null) {
      return text.apply(cast(String.class, tree, where));
    } else if (type == int.class || type == Integer.class) {
      return Math.toIntExact(cast(Number.class, tree, where).longValue());
    } else if (type == long.class || type == Long.class) {
      return cast(Number.class, tree, where).longValue();
    } else if (type == double.class || type == Double.class) {
      return cast(Number.class, tree, where).doubleValue();
    } else if (type == boolean.class || type == Boolean.class) {
      return cast(Boolean.class, tree, where);
    } else if (type == Path.class && base != null) {
      return base.resolve(cast(String.class, tree, where));
    } else if (type.isEnum()) {
      var constant = words(type).get(cast(String.class, tree, where));
      return known(constant, type.getSimpleName(), "unknown value");
    } else if (Text.class.isAssignableFrom(type)
        || FormerText.class.isAssignableFrom(type) && tree instanceof String) {
      return parser(type).invoke(null, cast(String.class, tree, where));
    } else if (Packed.class.isAssignableFrom(type)) {
      return unpacked(type, new Known(type, known.inside(type)), tree, where);
    } else if (type.isRecord()) {
      return record(type, known.inside(type), cast(Map.class, tree, where), where);
    } else if (type.isSealed()) {
      var members = cast(Map.class, tree, where);
      var kind = words(type).get(String.valueOf(members.get(RecordShape.KIND)));
      var permitted = (Class<?>) known(kind, where, "unknown kind");
      return record(permitted, Map.of(), members, where);
    }
    throw new IllegalStateException("no JSON form for " + type);
  }

  private static Method parser(Class<?> type) {
    return PARSERS.computeIfAbsent(
        type,
        _ -> {
          try {
            return type.getMethod("parse", String.class);
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no JSON form for " + type, e);
          }
        });
  }

  private static Object known(@Nullable Object found, Object where, String otherwise) {
    if (found == null) {
      throw new MessageFormatException(where + ": " + otherwise);
    }
    return found;
  }

  private static Map<String, Object> words(Class<?> type) {
    return WORDS.computeIfAbsent(
        type,
        _ -> {
          var words = new HashMap<String, Object>();
          if (type.isEnum()) {
            Stream.of(type.getEnumConstants()).forEach(one -> words.put(TreeWriter.text(one), one));
          } else {
            permitted(type).forEach(one -> words.put(one.getSimpleName(), one));
          }
          return words;
        });
  }

  private static Stream<Class<?>> permitted(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? permitted(type) : Stream.of(type));
  }

  private Object unpacked(Class<?> type, Known known, Object tree, Where where)
      throws ReflectiveOperationException {
    for (var each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType p && p.getRawType() == Packed.class) {
        var packed = known(value(known.within(p).argument(0), tree, where), where, "is null");
        return type.getMethod("unpacked", packed.getClass()).invoke(null, packed);
      }
    }
    throw new IllegalStateException("does not say what it is packed as: " + type);
  }

  private Object map(Class<?> type, Known known, Map<?, ?> tree, Where where) {
    SequencedMap<@Nullable Object, @Nullable Object> out =
        type == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    tree.forEach((name, member) ->
        out.put(
            key(known.argument(0), (String) name, where), value(known.argument(1), member, where)));
    if (style != Style.EXACT) {
      return out;
    }
    return out instanceof SortedMap<?, ?> sorted
        ? Collections.unmodifiableSortedMap(sorted)
        : Collections.unmodifiableSequencedMap(out);
  }

  private @Nullable Object key(Known type, String name, Where where) {
    try {
      return value(type, type.type == Integer.class ? Integer.valueOf(name) : name, where);
    } catch (NumberFormatException e) {
      throw new MessageFormatException(where + ": no number");
    }
  }

  private Object all(Class<?> type, Known known, List<?> tree, Where where) {
    var all = new ArrayList<Object>();
    for (var item : tree) {
      all.add(known(value(known.argument(0), item, where), where, "holds null"));
    }
    if (type == List.class || type == Collection.class) {
      return style == Style.EXACT ? List.copyOf(all) : all;
    } else if (style == Style.EXACT && type != SortedSet.class) {
      SequencedSet<Object> ordered = new LinkedHashSet<>(all);
      return Collections.unmodifiableSequencedSet(ordered);
    }
    var sorted = new TreeSet<>(all);
    return style == Style.EXACT ? Collections.unmodifiableSortedSet(sorted) : sorted;
  }

  private Object record(
      Class<?> type, Map<TypeVariable<?>, Known> variables, Map<?, ?> tree, Where where) {
    var shape = RecordShape.of(type);
    var here = new Known(type, variables);
    var members = new @Nullable Object[shape.components().size()];
    var names = tree.keySet().iterator();
    var isInOrder = !shape.isVariant() || names.hasNext() && names.next().equals(RecordShape.KIND);
    for (int i = 0; i < members.length; i++) {
      var component = shape.components().get(i);
      var name = component.name();
      var member = tree.get(name);
      members[i] = value(here.within(component.type()), member, new Where(where, name));
      isInOrder &= member == null || names.hasNext() && names.next().equals(name);
    }
    if (style == Style.EXACT && (!isInOrder || names.hasNext())) {
      throw new MessageFormatException(where + ": unknown member, or out of order");
    }
    return shape.made(members, where);
  }

  private static <T> T cast(Class<T> type, @Nullable Object tree, Where where) {
    if (!type.isInstance(tree)) {
      throw new MessageFormatException(where + ": expected " + type.getSimpleName());
    }
    return type.cast(tree);
  }
}
