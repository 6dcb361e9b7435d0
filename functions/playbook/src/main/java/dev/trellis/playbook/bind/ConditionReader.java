package dev.trellis.playbook.bind;

import dev.trellis.core.condition.Condition;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Reads a condition: {@code all}, {@code any}, {@code not}, and {@code field: {op: value}}. */
public final class ConditionReader {

  private ConditionReader() {}

  public static Condition read(Yaml place) {
    var parts = new ArrayList<Condition>();
    place
        .map()
        .forEach((key, value) -> {
          switch (key) {
            case "all" -> parts.add(new Condition.All(readAll(value)));
            case "any" -> parts.add(new Condition.Any(readAll(value)));
            case "not" -> parts.add(new Condition.Not(read(value)));
            default -> parts.addAll(leaves(key, value));
          }
        });
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
  }

  private static List<Condition> readAll(Yaml list) {
    return list.list().stream().map(ConditionReader::read).toList();
  }

  private static List<Condition> leaves(String field, Yaml value) {
    if (!value.isMapping()) {
      return List.of(new Condition.Leaf(field, new Condition.In(value.texts())));
    }
    return Tests.read(value).stream()
        .<Condition>map(test -> new Condition.Leaf(field, test))
        .toList();
  }
}
