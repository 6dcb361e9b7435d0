package dev.trellis.checks.playbook;

import module java.base;

import dev.trellis.core.json.Json;

/**
 * JSON Schema, as far as the playbook's schemas use it. A keyword that it does not know is a
 * failure: a rule must not pass in silence.
 */
final class Schema {

  private static final Set<String> SAYINGS =
      Set.of("$schema", "$defs", "title", "description", "default", "examples", "format");
  // Read together with the keyword that they belong to.
  private static final Set<String> PARTS =
      Set.of("then", "else", "additionalProperties", "patternProperties");

  private final Path folder;
  private final Map<String, ?> root;
  private final Map<String, ?> rules;

  private Schema(Path folder, Map<String, ?> root, Map<String, ?> rules) {
    this.folder = folder;
    this.root = root;
    this.rules = rules;
  }

  static Schema read(Path file) {
    try {
      var root = Json.parse(Files.readString(file));
      return new Schema(file.getParent(), root, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a value, each with its place; empty if nothing is. */
  List<String> problems(String place, Object value) {
    var problems = new ArrayList<String>();
    rules.forEach((keyword, rule) -> problems.addAll(problems(place, value, keyword, rule)));
    if (rules.containsKey("additionalProperties") && value instanceof Map<?, ?> map) {
      problems.addAll(others(place, map));
    }
    return problems;
  }

  private List<String> problems(String place, Object value, String keyword, Object rule) {
    return switch (keyword) {
      case "$ref" -> referred((String) rule).problems(place, value);
      case "items" -> items(place, value, rule);
      case "properties" -> properties(place, value, (Map<?, ?>) rule);
      case "propertyNames" ->
          value instanceof Map<?, ?> map
              ? map.keySet().stream().flatMap(k -> sub(rule).problems(place, k).stream()).toList()
              : List.of();
      case "anyOf" -> some(place, value, (List<?>) rule, n -> n >= 1);
      case "oneOf" -> some(place, value, (List<?>) rule, n -> n == 1);
      case "not" -> said(!sub(rule).problems(place, value).isEmpty(), place + " must not be so");
      case "if" -> {
        var branch = rules.get(sub(rule).problems(place, value).isEmpty() ? "then" : "else");
        yield branch == null ? List.of() : sub(branch).problems(place, value);
      }
      default ->
          Plain.isKnown(keyword)
              ? said(Plain.holds(keyword, rule, value), place + ": not " + keyword + " " + rule)
              : ignored(keyword);
    };
  }

  private Schema referred(String name) {
    if (!name.startsWith("#")) {
      return read(folder.resolve(name));
    }
    Object found = root;
    for (var part : name.substring(1).split("/")) {
      found = part.isEmpty() ? found : ((Map<?, ?>) found).get(part);
    }
    return sub(found);
  }

  private Schema sub(Object rule) {
    if (rule instanceof Boolean allowed) {
      return new Schema(folder, root, allowed ? Map.of() : Map.of("not", Map.of()));
    }
    return new Schema(folder, root, Json.parse(Json.compose(rule)));
  }

  private List<String> items(String place, Object value, Object rule) {
    var problems = new ArrayList<String>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        problems.addAll(sub(rule).problems(place + "/" + i, list.get(i)));
      }
    }
    return problems;
  }

  private List<String> properties(String place, Object value, Map<?, ?> rule) {
    var problems = new ArrayList<String>();
    if (value instanceof Map<?, ?> map) {
      rule.forEach((key, one) -> {
        if (map.containsKey(key)) {
          problems.addAll(sub(one).problems(place + "/" + key, map.get(key)));
        }
      });
    }
    return problems;
  }

  private List<String> others(String place, Map<?, ?> map) {
    var named = rules.get("properties") instanceof Map<?, ?> known ? known.keySet() : Set.of();
    var patterns = rules.get("patternProperties") instanceof Map<?, ?> some ? some : Map.of();
    var problems = new ArrayList<String>();
    map.forEach((key, value) -> {
      if (!named.contains(key)) {
        var rule =
            patterns.entrySet().stream()
                .filter(p -> Pattern.compile((String) p.getKey()).matcher((String) key).find())
                .<Object>map(Map.Entry::getValue)
                .findFirst()
                .orElse(rules.get("additionalProperties"));
        problems.addAll(sub(rule).problems(place + "/" + key, value));
      }
    });
    return problems;
  }

  private List<String> some(String place, Object value, List<?> rule, IntPredicate enough) {
    var all = rule.stream().map(one -> sub(one).problems(place, value)).toList();
    return enough.test((int) all.stream().filter(List::isEmpty).count())
        ? List.of()
        : List.of(place + " fits the wrong number of " + all);
  }

  private static List<String> ignored(String keyword) {
    if (!SAYINGS.contains(keyword) && !PARTS.contains(keyword)) {
      throw new IllegalStateException("keyword " + keyword + " is not known here");
    }
    return List.of();
  }

  private static List<String> said(boolean holds, String problem) {
    return holds ? List.of() : List.of(problem);
  }
}
