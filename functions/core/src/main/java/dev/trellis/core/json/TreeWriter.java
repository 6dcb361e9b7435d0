package dev.trellis.core.json;

import module java.base;

import dev.trellis.core.json.Json.Text;
import dev.trellis.core.json.RecordJson.Packed;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain trees of records: maps, lists, strings, numbers and booleans.
 *
 * @param base folder that paths are written relative to, if there may be any
 */
record TreeWriter(Style style, @Nullable Path base) {

  @Nullable Object tree(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Text t -> t.toString();
      case Packed<?> p -> tree(p.packed());
      case Record r -> record(r);
      case Optional<?> o -> o.isPresent() ? tree(o.get()) : null;
      case Map<?, ?> m -> map(m);
      case Collection<?> c -> list(c);
      case Number n -> n;
      case Boolean b -> b;
      case Path p when base != null -> base.relativize(p).toString();
      default -> text(value);
    };
  }

  private Map<String, @Nullable Object> map(Map<?, ?> map) {
    var isOrdered =
        style == Style.SHOWN || style == Style.EXACT && map instanceof SequencedMap<?, ?>;
    Map<String, @Nullable Object> members = isOrdered ? new LinkedHashMap<>() : new TreeMap<>();
    map.forEach((key, value) -> members.put(text(key), tree(value)));
    return members;
  }

  private List<?> list(Collection<?> all) {
    return style == Style.EXACT && !(all instanceof SequencedCollection<?>)
        ? all.stream().sorted(Comparator.comparing(TreeWriter::text)).map(this::tree).toList()
        : all.stream().map(this::tree).toList();
  }

  private Map<String, Object> record(Record value) {
    var shape = RecordShape.of(value.getClass());
    var out = new LinkedHashMap<String, Object>();
    if (shape.isVariant()) {
      out.put(RecordShape.KIND, value.getClass().getSimpleName());
    }
    for (var component : shape.components()) {
      var member = component.of(value);
      var tree = tree(member);
      if (component.isInline() && tree instanceof Map<?, ?> inner) {
        inner.forEach((name, one) -> out.put((String) name, one));
      } else if (tree != null && !isLeftOut(component, member, tree)) {
        out.put(component.name(), tree);
      }
    }
    return out;
  }

  private boolean isLeftOut(RecordShape.Part component, @Nullable Object member, Object tree) {
    return switch (style) {
      case SHOWN -> false;
      case CANONICAL -> isEmpty(tree);
      // A text or a record may be there and empty.
      case EXACT ->
          (component.isPrimitive() || member instanceof Map || member instanceof Collection)
              ? isEmpty(tree)
              : member instanceof Path path && path.equals(base);
    };
  }

  private static boolean isEmpty(Object tree) {
    return switch (tree) {
      case String s -> s.isEmpty();
      case Map<?, ?> m -> m.isEmpty();
      case List<?> l -> l.isEmpty();
      case Boolean b -> !b;
      case Long n -> n == 0;
      case Integer n -> n == 0;
      default -> false;
    };
  }

  /** A value as the key of a map. */
  static String text(Object value) {
    return value instanceof Enum<?> e
        ? e.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }
}
