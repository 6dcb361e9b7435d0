package dev.trellis.checks.template;

import module java.base;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The template as maps, lists and strings, in which {@code !Ref X} reads {@link Call}. */
record Template(Path root, Map<String, Object> document) {

  /** Reads {@code infra/template.yaml} of the project that the tests run in. */
  static Template read() throws IOException {
    var root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("infra/template.yaml"))) {
      root = root.getParent();
    }
    return parse(root, Files.readString(root.resolve("infra/template.yaml")));
  }

  static Template parse(Path root, String yaml) {
    var node = new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
    return new Template(root, map(value(node)));
  }

  /** The resources of one type; at least one, so that no check passes over nothing. */
  List<Resource> all(String type) {
    var found = resources().filter(resource -> resource.type().equals(type)).toList();
    if (found.isEmpty()) {
      throw new AssertionError("the template has no " + type);
    }
    return found;
  }

  Resource resource(String id) {
    return resources()
        .filter(resource -> resource.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the template has no resource " + id));
  }

  Stream<Resource> resources() {
    return map(document.get("Resources")).entrySet().stream()
        .map(entry -> new Resource(entry.getKey(), map(entry.getValue())));
  }

  /** A property of a function, its own or the one that all functions have. */
  Object ofFunction(Resource function, String property) {
    return function.properties().getOrDefault(property, ofAllFunctions().get(property));
  }

  /** What every function tells Java. */
  String javaOptions() {
    var variables = map(map(ofAllFunctions().get("Environment")).get("Variables"));
    return (String) variables.get("JAVA_TOOL_OPTIONS");
  }

  private Map<String, Object> ofAllFunctions() {
    return map(map(document.get("Globals")).get("Function"));
  }

  /** The events of one type with the function they belong to; at least one. */
  List<Event> events(String type) {
    var found =
        all("AWS::Serverless::Function").stream()
            .flatMap(function ->
                map(function.properties().get("Events")).entrySet().stream()
                    .map(entry -> Event.of(function, entry.getKey(), map(entry.getValue()))))
            .filter(event -> event.type().equals(type))
            .toList();
    if (found.isEmpty()) {
      throw new AssertionError("the template has no event of type " + type);
    }
    return found;
  }

  /** Everything inside a value, the value itself included, depth first. */
  static Stream<Object> inside(Object value) {
    var below =
        switch (value) {
          case Map<?, ?> map -> map.values().stream();
          case List<?> list -> list.stream();
          case Call call -> Stream.of(call.argument());
          default -> Stream.empty();
        };
    return Stream.concat(Stream.of(value), below.flatMap(Template::inside));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static List<?> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(value);
    };
  }

  private static Object value(Node node) {
    var plain =
        switch (node) {
          case ScalarNode scalar -> (Object) scalar.getValue();
          case SequenceNode sequence -> {
            var list = new ArrayList<Object>();
            sequence.getValue().forEach(item -> list.add(value(item)));
            yield list;
          }
          case MappingNode mapping -> {
            var map = new LinkedHashMap<String, Object>();
            for (var tuple : mapping.getValue()) {
              map.put((String) value(tuple.getKeyNode()), value(tuple.getValueNode()));
            }
            yield map;
          }
          default -> throw new AssertionError("no plain YAML: " + node);
        };
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? new Call(tag.substring(1), plain) : plain;
  }

  /** A CloudFormation function and its argument. */
  record Call(String function, Object argument) {

    /** The names this call refers to: parameters, resources, conditions. */
    Stream<String> names() {
      return switch (function) {
        case "Ref", "GetAtt", "Condition" -> Stream.of(((String) argument).split("\\.")[0]);
        case "If" -> Stream.of((String) list(argument).getFirst());
        case "Sub" -> substituted();
        default -> Stream.empty();
      };
    }

    // Some of the names may be given beside the text.
    private Stream<String> substituted() {
      var given = argument instanceof List<?> both ? map(both.getLast()).keySet() : Set.of();
      var text = argument instanceof List<?> both ? both.getFirst() : argument;
      return Pattern.compile("\\$\\{([A-Za-z0-9]+)(\\.\\w+)?}")
          .matcher((String) text)
          .results()
          .map(match -> match.group(1))
          .filter(name -> !given.contains(name));
    }
  }

  /** One resource. */
  record Resource(String id, Map<String, Object> body) {

    String type() {
      return (String) body.get("Type");
    }

    Map<String, Object> properties() {
      return map(body.get("Properties"));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** What starts a function. */
  record Event(Resource function, String name, String type, Map<String, Object> properties) {

    static Event of(Resource function, String name, Map<String, Object> body) {
      return new Event(function, name, (String) body.get("Type"), map(body.get("Properties")));
    }

    /** The queue of an SQS event. */
    String queue() {
      return ((Call) properties.get("Queue")).names().findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return name + " of " + function;
    }
  }
}
