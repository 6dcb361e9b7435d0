package dev.trellis.core.json;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * What a record is made of.
 *
 * @param isVariant true if it is one of several records, which its simple name tells apart
 */
record RecordShape(Constructor<?> constructor, List<Part> components, boolean isVariant) {

  /** The member that says which of several records it is. */
  static final String KIND = "kind";

  private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

  /** A component. */
  record Part(RecordComponent rules, String name, Type type) {

    boolean isPrimitive() {
      return rules.getType().isPrimitive();
    }

    @Nullable Object of(Record value) {
      try {
        return rules.getAccessor().invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + rules, e);
      }
    }
  }

  static RecordShape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, RecordShape::inspect);
  }

  private static RecordShape inspect(Class<?> type) {
    var components = type.getRecordComponents();
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType);
      var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      Arrays.stream(components).forEach(c -> c.getAccessor().setAccessible(true));
      return new RecordShape(
          constructor,
          Arrays.stream(components).map(c -> new Part(c, c.getName(), c.getGenericType())).toList(),
          Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no canonical constructor in " + type, e);
    }
  }

  Object made(@Nullable Object[] members, Object where) {
    try {
      return constructor.newInstance(members);
    } catch (InvocationTargetException e) {
      throw new MessageFormatException(where + ": " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build with " + constructor, e);
    }
  }
}
