package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Each;
import dev.trellis.playbook.bind.Grammar.Of;
import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/** Binds a file to a record, and the mappings in it to the records nested in that. */
public final class Binder {

  private final Map<Class<?>, Class<?>> sayings = new HashMap<>();
  private final Map<Class<?>, Mapping> mappings = new LinkedHashMap<>();
  private final Map<Class<?>, Variants> named = new LinkedHashMap<>();
  private final Mapping file;

  private Binder(Class<?> file) {
    for (var said : file.getDeclaredClasses()) {
      wanted(said).ifPresent(wanted -> sayings.put(wanted, said));
    }
    this.file = mapping(file);
  }

  /** What a file says; whatever is wrong in it is noted at its place. */
  public static <T> T read(Yaml at, Class<T> file, Reading reading) {
    return file.cast(new Binder(file).file.read(at, reading));
  }

  static Mapping mappingOf(Class<?> alone) {
    return new Binder(alone).file;
  }

  /** What editors are told of a file, as JSON Schema. */
  public static Map<String, Object> schema(Class<?> file) {
    return new Binder(file).schema();
  }

  /** The schemas that those of files refer to, by the names of their files. */
  public static Map<String, Map<String, Object>> usedByAll() {
    return Map.of("condition", ConditionSchema.schema(), "wording", Texts.EACH_LANGUAGE.whole());
  }

  // What a record stands for: it says so, or is found by what it means.
  private static Optional<Class<?>> wanted(Class<?> said) {
    if (said.isAnnotationPresent(Of.class)) {
      return Optional.of(said.getAnnotation(Of.class).value());
    }
    return Arrays.stream(said.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(type -> type.getRawType() == Means.class)
        .<Class<?>>map(type -> raw(type.getActualTypeArguments()[0]))
        .findFirst();
  }

  private Shape of(Type type, AnnotatedElement rules) {
    var raw = raw(type);
    var of = type instanceof ParameterizedType p ? p.getActualTypeArguments() : new Type[0];
    var scalar = Scalar.of(raw, rules);
    if (scalar != null) {
      return scalar;
    } else if (raw == Optional.class) {
      return of(of[0], rules);
    } else if (Map.class.isAssignableFrom(raw)) {
      return map(raw, raw(of[0]), of(of[1], rules), rules);
    } else if (Collection.class.isAssignableFrom(raw)) {
      return new Several(of(of[0], rules), raw, rules);
    } else if (raw == Wording.class) {
      return Texts.EACH_LANGUAGE;
    } else if (raw == True.class) {
      return True.TRUE;
    } else if (raw.isEnum()) {
      return Choice.of(raw, rules);
    } else if (raw.isSealed()) {
      return variants(raw, rules);
    }
    return mapping(raw);
  }

  // What has ids of its own is written as a list, and everything else behind its key.
  private static Shape map(Class<?> raw, Class<?> key, Shape entry, AnnotatedElement rules) {
    if (entry instanceof Mapping && rules.isAnnotationPresent(Each.class)) {
      return new Several(entry, raw, rules);
    }
    return new Table(key.isEnum() ? Choice.of(key, rules) : null, key, entry, raw, rules);
  }

  // Of what the playbook knows, a file may say what is described for it.
  private Shape variants(Class<?> raw, AnnotatedElement rules) {
    var isOwn = Grammar.class.isAssignableFrom(raw);
    var all =
        Arrays.stream(raw.getPermittedSubclasses())
            .filter(one -> isOwn || sayings.containsKey(one))
            .map(this::mapping)
            .toList();
    var wrong =
        Stream.of(rules, raw)
            .map(said -> said.getAnnotation(Wrong.class))
            .filter(Objects::nonNull)
            .findFirst();
    var variants = new Variants(raw, isOwn, all, wrong.orElse(null));
    if (isOwn) {
      named.put(raw, variants);
    }
    return variants;
  }

  // It is known before its parts are, for it may hold others of its kind.
  private Mapping mapping(Class<?> wanted) {
    var known = mappings.get(wanted);
    if (known != null) {
      return known;
    }
    var parts = new ArrayList<Part>();
    var said = sayings.getOrDefault(wanted, wanted);
    var mapping = new Mapping(said, wanted, parts);
    mappings.put(wanted, mapping);
    for (var component : said.getRecordComponents()) {
      if (!component.getName().equals("at") || component.getType() != Yaml.class) {
        parts.add(new Part(component, of(component.getGenericType(), component)));
      }
    }
    return mapping;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
  }

  private Map<String, Object> schema() {
    var schema = file.definition();
    var definitions = Shape.json();
    mappings.values().stream()
        .filter(mapping -> mapping.wanted() != file.wanted() && !mapping.isBare())
        .forEach(mapping -> definitions.put(Mapping.name(mapping.said()), mapping.definition()));
    named.forEach((type, all) -> definitions.put(Mapping.name(type), all.definition()));
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return schema;
  }
}
