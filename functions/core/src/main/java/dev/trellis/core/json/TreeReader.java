package dev.trellis.core.json;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * Makes records of the plain trees that {@link TreeWriter} made of them. A refusal names the
 * member, never its content.
 *
 * @param base folder that paths are relative to, if there may be any
 */
record TreeReader(Style style, @Nullable Path base) {

  private static final Where NOWHERE = new Where(null, "");

  /** A member, told apart only where something is wrong with it. */
  private record Where(@Nullable Where above, String name) {
    @Override
    public String toString() {
      return above == null ? name : above + "." + name;
    }
  }

  <T> T read(Class<T> type, Map<?, ?> tree) {
    var read = value(Readable.of(type), tree, new Where(null, type.getSimpleName()));
    return type.cast(Objects.requireNonNull(read));
  }

  private @Nullable Object value(Readable type, @Nullable Object tree, Where where) {
    if (tree == null) {
      return nothing(type);
    }
    try {
      return one(type, tree, where);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(where + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no JSON form for " + type.raw(), e);
    } catch (DateTimeException | ArithmeticException e) {
      throw new MessageFormatException(where + ": not a " + type.raw().getSimpleName());
    }
  }

  private @Nullable Object nothing(Readable type) {
    return switch (type.form()) {
      case OPTIONAL -> Optional.empty();
      case MAP -> map(type, Map.of(), NOWHERE);
      case LIST -> all(type, List.of(), NOWHERE);
      case PATH -> base;
      default -> type.absent();
    };
  }

  private Object one(Readable type, Object tree, Where where) throws ReflectiveOperationException {
    return switch (type.form()) {
      case OPTIONAL -> Optional.ofNullable(value(type.part(0), tree, where));
      case MAP -> map(type, cast(Map.class, tree, where), where);
      case LIST -> all(type, cast(List.class, tree, where), where);
      case TEXT -> type.ofText(cast(String.class, tree, where));
      case INT -> Math.toIntExact(cast(Number.class, tree, where).longValue());
      case LONG -> cast(Number.class, tree, where).longValue();
      case DOUBLE -> cast(Number.class, tree, where).doubleValue();
      case BOOLEAN -> cast(Boolean.class, tree, where);
      case PATH -> Objects.requireNonNull(base).resolve(cast(String.class, tree, where));
      case ENUM ->
          known(
              type.named(cast(String.class, tree, where)),
              type.raw().getSimpleName(),
              "unknown value");
      case PARSED -> type.make("parse", cast(String.class, tree, where));
      case PACKED ->
          type.make("unpacked", known(value(type.part(0), tree, where), where, "is null"));
      case RECORD ->
          tree instanceof String && type.wasText()
              ? type.make("parse", tree)
              : record(type, cast(Map.class, tree, where), where);
      case VARIANTS ->
          tree instanceof String && type.wasText()
              ? type.make("parse", tree)
              : variant(type, cast(Map.class, tree, where), where);
      case NONE -> throw new IllegalStateException("no JSON form for " + type.raw());
    };
  }

  private Object variant(Readable type, Map<?, ?> members, Where where) {
    var kind = type.named(String.valueOf(members.get(RecordShape.KIND)));
    return record((Readable) known(kind, where, "unknown kind"), members, where);
  }

  private static Object known(@Nullable Object found, Object where, String otherwise) {
    if (found == null) {
      throw new MessageFormatException(where + ": " + otherwise);
    }
    return found;
  }

  private Object map(Readable type, Map<?, ?> tree, Where where) {
    SequencedMap<@Nullable Object, @Nullable Object> out =
        type.raw() == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    tree.forEach((name, member) ->
        out.put(key(type.part(0), (String) name, where), value(type.part(1), member, where)));
    if (style != Style.EXACT) {
      return out;
    }
    return out instanceof SortedMap<?, ?> sorted
        ? Collections.unmodifiableSortedMap(sorted)
        : Collections.unmodifiableSequencedMap(out);
  }

  private @Nullable Object key(Readable type, String name, Where where) {
    try {
      return value(type, type.raw() == Integer.class ? Integer.valueOf(name) : name, where);
    } catch (NumberFormatException e) {
      throw new MessageFormatException(where + ": no number");
    }
  }

  private Object all(Readable type, List<?> tree, Where where) {
    var all = new ArrayList<Object>();
    for (var item : tree) {
      all.add(known(value(type.part(0), item, where), where, "holds null"));
    }
    if (type.raw() == List.class || type.raw() == Collection.class) {
      return style == Style.EXACT ? List.copyOf(all) : all;
    } else if (style == Style.EXACT && type.raw() != SortedSet.class) {
      SequencedSet<Object> ordered = new LinkedHashSet<>(all);
      return Collections.unmodifiableSequencedSet(ordered);
    }
    var sorted = new TreeSet<>(all);
    return style == Style.EXACT ? Collections.unmodifiableSortedSet(sorted) : sorted;
  }

  private Object record(Readable type, Map<?, ?> tree, Where where) {
    var shape = RecordShape.of(type.raw());
    var members = new @Nullable Object[shape.components().size()];
    var names = tree.keySet().iterator();
    var isInOrder = !shape.isVariant() || names.hasNext() && names.next().equals(RecordShape.KIND);
    for (int i = 0; i < members.length; i++) {
      var component = shape.components().get(i);
      var name = component.name();
      var member = tree.get(name);
      members[i] = value(type.part(i), member, new Where(where, name));
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
