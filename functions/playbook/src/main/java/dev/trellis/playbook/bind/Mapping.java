package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.playbook.bind.Grammar.Also;
import dev.trellis.playbook.bind.Grammar.Bare;
import dev.trellis.playbook.bind.Grammar.Of;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A mapping whose keys are the components of a record; if that is bare, just a value.
 *
 * @param said the record that describes it
 * @param wanted what is made of it: the same, or what it stands for
 * @param parts all but the place itself
 */
record Mapping(Class<?> said, Class<?> wanted, List<Part> parts) implements Shape {

  String firstKey() {
    return parts.getFirst().key();
  }

  boolean isBare() {
    return said.isAnnotationPresent(Bare.class);
  }

  @Override
  public boolean fits(Yaml at) {
    return isBare() ? parts.getFirst().shape().fits(at) : at.has(firstKey());
  }

  @Override
  public Object read(Yaml at, Reading reading) {
    return isBare()
        ? meant(at, reading, parts.getFirst().shape().read(at, reading))
        : meant(at, reading, values(at, reading));
  }

  private Object[] values(Yaml at, Reading reading) {
    at.map();
    at.only(parts.stream().map(Part::key).toArray(String[]::new));
    var place = at.isMapping() ? at : at.silent(null);
    return parts.stream().map(part -> part.read(place, reading)).toArray();
  }

  private Object meant(Yaml at, Reading reading, Object... values) {
    if (said == wanted) {
      return made(said, at, values);
    }
    return said.isAnnotationPresent(Of.class)
        ? made(wanted, at, values)
        : ((Means<?>) made(said, at, values)).meaning(reading);
  }

  // A record may want to know where it stands itself.
  private static Object made(Class<?> type, Yaml at, Object[] values) {
    var types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toList();
    var all = new Object[types.size()];
    int given = all.length - values.length;
    System.arraycopy(values, 0, all, given, values.length);
    if (given > 0) {
      all[0] = at;
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(all);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made of a file", e);
    }
  }

  /** A mention of it. */
  @Override
  public Map<String, Object> schema() {
    return isBare() ? parts.getFirst().schema() : mention(said);
  }

  static Map<String, Object> mention(Class<?> said) {
    return Shape.json("$ref", "#/$defs/" + name(said));
  }

  static String name(Class<?> said) {
    var name = said.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** What the mention refers to. */
  Map<String, Object> definition() {
    var schema = Shape.json("type", "object");
    if (said.isAnnotationPresent(Says.class)) {
      schema.put("description", said.getAnnotation(Says.class).value());
    }
    var properties = Shape.json();
    parts.forEach(part -> properties.put(part.key(), part.schema()));
    schema.put("properties", properties);
    var required = parts.stream().filter(Predicate.not(Part::isOptional)).map(Part::key).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    if (said.isAnnotationPresent(Also.class)) {
      schema.putAll(Json.parse(said.getAnnotation(Also.class).value()));
    }
    return schema;
  }
}
