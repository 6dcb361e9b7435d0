package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening;

/** One happening of each kind there is. */
final class Kinds {

  private Kinds() {}

  static Map<String, Happening> all() {
    return all("x");
  }

  /** The same, with a text in its values. */
  static Map<String, Happening> all(String text) {
    var kinds = new TreeMap<String, Happening>();
    for (var kind : Happening.class.getPermittedSubclasses()) {
      kinds.put(kind.getSimpleName(), made(kind, text));
    }
    return kinds;
  }

  private static Happening made(Class<?> kind, String text) {
    var constructor =
        Arrays.stream(kind.getDeclaredConstructors())
            .filter(c -> c.getParameterCount() == kind.getRecordComponents().length)
            .findFirst()
            .orElseThrow();
    var arguments =
        Arrays.stream(constructor.getParameterTypes()).map(type -> argument(type, text)).toArray();
    try {
      return (Happening) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kind.getSimpleName(), e);
    }
  }

  private static Object argument(Class<?> type, String text) {
    return switch (type.getSimpleName()) {
      case "String" -> "x";
      case "boolean" -> false;
      case "long" -> 1L;
      case "int" -> 1;
      case "SortedMap" -> new TreeMap<>(Map.of("email", text));
      default -> null;
    };
  }
}
