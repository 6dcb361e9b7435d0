package dev.trellis.core.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type with all its arguments known, such as a map from texts to lists of numbers. */
record ExactType(Class<?> raw, List<ExactType> arguments) {

  static ExactType of(Type type) {
    return of(type, Map.of());
  }

  private static ExactType of(Type type, Map<TypeVariable<?>, ExactType> known) {
    return switch (type) {
      case Class<?> c -> new ExactType(c, List.of());
      case ParameterizedType p ->
          new ExactType(
              (Class<?>) p.getRawType(),
              Arrays.stream(p.getActualTypeArguments()).map(a -> of(a, known)).toList());
      case TypeVariable<?> v when known.containsKey(v) -> known.get(v);
      default -> throw new IllegalStateException("no JSON form for " + type);
    };
  }

  /** A type that is named within this one, where this one's variables are known. */
  ExactType within(Type type) {
    var known = new HashMap<TypeVariable<?>, ExactType>();
    for (int i = 0; i < arguments.size(); i++) {
      known.put(raw.getTypeParameters()[i], arguments.get(i));
    }
    return of(type, known);
  }
}
