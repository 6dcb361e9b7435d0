package dev.trellis.core.json;

import module java.base;

import dev.trellis.core.json.Json.Inline;
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
  record Part(
      MethodHandle accessor, String name, Type type, boolean isPrimitive, boolean isInline) {

    static Part of(RecordComponent rules) {
      try {
        rules.getAccessor().setAccessible(true);
        var accessor = MethodHandles.lookup().unreflect(rules.getAccessor());
        return new Part(
            accessor.asType(MethodType.methodType(Object.class, Record.class)),
            rules.getName(),
            rules.getGenericType(),
            rules.getType().isPrimitive(),
            rules.isAnnotationPresent(Inline.class));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot read " + rules, e);
      }
    }

    @Nullable Object of(Record value) {
      try {
        return (Object) accessor.invokeExact(value);
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read " + name, e);
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
      return new RecordShape(
          constructor,
          Arrays.stream(components).map(Part::of).toList(),
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
