package dev.trellis.local.template;

import module java.base;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML with CloudFormation's tags as a tree of maps, lists, strings and {@link Intrinsic}s. Every
 * scalar stays the string that was written: no date, number or boolean is guessed.
 */
final class TemplateYaml {

  private TemplateYaml() {}

  static Map<String, Object> read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new TemplateException(
          file.toString(), "cannot be read", "Start in the project's folder or say --template=");
    }
    return parse(file.getFileName().toString(), text);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> parse(String name, String text) {
    try {
      var node = new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
      if (node.map(TemplateYaml::tree).orElse(null) instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw new TemplateException(name, "is no YAML mapping", "It must start with Resources");
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(m -> ":" + (m.getLine() + 1)).orElse("");
      throw new TemplateException(
          name + line, "is not YAML: " + e.getProblem(), "Check indent, colons and quotes");
    }
  }

  private static Object tree(Node node) {
    var tag = node.getTag().getValue();
    var plain =
        switch (node) {
          case ScalarNode s -> s.isPlain() && isNull(s.getValue()) ? null : s.getValue();
          case SequenceNode s -> list(s);
          case MappingNode m -> map(m);
          default -> null;
        };
    return tag.startsWith("!") ? intrinsic(tag.substring(1), plain) : longForm(plain);
  }

  private static boolean isNull(String text) {
    return text.isEmpty() || text.equals("~") || text.equals("null");
  }

  private static List<Object> list(SequenceNode node) {
    var list = new ArrayList<>();
    node.getValue().forEach(n -> list.add(tree(n)));
    return list;
  }

  private static Map<String, Object> map(MappingNode node) {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : node.getValue()) {
      var key = ((ScalarNode) entry.getKeyNode()).getValue();
      if (map.containsKey(key)) {
        throw new TemplateException(key, "is written twice in one mapping", "Remove one of them");
      }
      map.put(key, tree(entry.getValueNode()));
    }
    return map;
  }

  private static Object longForm(Object plain) {
    if (plain instanceof Map<?, ?> map && map.size() == 1) {
      var entry = map.entrySet().iterator().next();
      var key = (String) entry.getKey();
      if (key.equals("Ref")) {
        return new Intrinsic("Ref", entry.getValue());
      } else if (key.startsWith("Fn::")) {
        return intrinsic(key.substring("Fn::".length()), entry.getValue());
      }
    }
    return plain;
  }

  private static Intrinsic intrinsic(String name, Object argument) {
    return name.equals("GetAtt") && argument instanceof String path
        ? new Intrinsic(name, List.of((Object[]) path.split("\\.", 2)))
        : new Intrinsic(name, argument);
  }
}
