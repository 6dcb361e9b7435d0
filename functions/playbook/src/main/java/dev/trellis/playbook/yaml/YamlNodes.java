package dev.trellis.playbook.yaml;

import module java.base;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns what was parsed into places of a file (R92).
 *
 * @param above lines of the file above the text that was parsed
 */
record YamlNodes(String file, int above, List<Problem> problems) {

  private static final int DEEPEST = 60;

  Yaml read(Node node) {
    return read(node, 0);
  }

  // What holds itself, by an anchor, has no end.
  private Yaml read(Node node, int depth) {
    if (depth > DEEPEST) {
      throw new YamlEngineException("it holds itself, or is nested too deep");
    }
    if (node instanceof MappingNode mapping) {
      for (var entry : mapping.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode)) {
          return meantAsText(entry.getKeyNode());
        }
      }
    }
    Object value =
        switch (node) {
          case ScalarNode s -> s.getValue().isEmpty() && s.isPlain() ? null : s.getValue();
          case SequenceNode s -> s.getValue().stream().map(n -> read(n, depth + 1)).toList();
          case MappingNode m -> mapping(m, depth);
          default -> null;
        };
    return new Yaml(file, line(node), value, problems);
  }

  // Such as {{name}}, a mapping whose key is a mapping. Nothing else is told of it.
  private Yaml meantAsText(Node key) {
    problem(
        key,
        "begins with a brace or bracket, which YAML takes for a mapping or list",
        YamlMistake.QUOTES);
    return new Yaml(file, line(key), "", new ArrayList<>());
  }

  private LinkedHashMap<String, Yaml> mapping(MappingNode node, int depth) {
    var map = new LinkedHashMap<String, Yaml>();
    for (var entry : node.getValue()) {
      var key = ((ScalarNode) entry.getKeyNode()).getValue();
      if (map.putIfAbsent(key, read(entry.getValueNode(), depth + 1)) != null) {
        problem(
            entry.getKeyNode(), "a second \"" + key + "\" in the same place", "Leave one of them");
      }
    }
    return map;
  }

  private void problem(Node node, String what, String remedy) {
    problems.add(new Problem(file, line(node), what, remedy));
  }

  private int line(Node node) {
    return above + node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
