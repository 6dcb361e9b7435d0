package dev.trellis.playbook.bind;

import dev.trellis.core.condition.Condition;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a condition: {@code all}, {@code any}, {@code not}, and {@code field: {op: value}}. */
public final class ConditionReader {

  private static final String OPERATORS = "is, has, in, known, atLeast, within, olderThan";

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
    var leaves = new ArrayList<Condition>();
    value
        .map()
        .forEach(
            (operator, operand) -> leaves.add(new Condition.Leaf(field, test(operator, operand))));
    return leaves;
  }

  private static Condition.Test test(String operator, Yaml operand) {
    return switch (operator) {
      case "is", "has", "in" -> new Condition.In(Set.copyOf(operand.texts()));
      case "known" -> new Condition.Known(isTrue(operand));
      case "atLeast" -> new Condition.AtLeast(Math.max(1, operand.number()));
      case "within" -> new Condition.Within(operand.period());
      case "olderThan" -> new Condition.OlderThan(operand.period());
      default -> {
        operand.problem("unknown operator \"" + operator + "\"", "Use one of: " + OPERATORS);
        yield new Condition.Known(true);
      }
    };
  }

  private static boolean isTrue(Yaml operand) {
    var text = operand.text();
    if (!text.equals("true") && !text.equals("false")) {
      operand.problem("\"" + text + "\" is neither true nor false", "Write true or false");
    }
    return text.equals("true");
  }
}
