package dev.trellis.core.condition;

import module java.base;

import dev.trellis.core.condition.Condition.All;
import dev.trellis.core.condition.Condition.Any;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Test;
import dev.trellis.core.condition.Condition.Within;

/** Reads a condition from its own text, which stands in older items in its stead. */
final class ConditionWords {

  private static final String AND = " and ";
  private static final String OR = " or ";
  private static final String NOT = "not ";
  private static final Map<String, Function<String, Test>> OPERATORS = new LinkedHashMap<>();

  static {
    OPERATORS.put(" is ", word -> new In(List.of(word)));
    OPERATORS.put(" in ", words -> new In(List.of(words.split("\\|"))));
    OPERATORS.put(" within ", period -> new Within(Period.parse(period)));
    OPERATORS.put(" older than ", period -> new OlderThan(Period.parse(period)));
    OPERATORS.put(" at least ", points -> new AtLeast(Long.parseLong(points)));
    OPERATORS.put(" known", rest -> new Known(nothing(rest)));
    OPERATORS.put(" unknown", rest -> new Known(!nothing(rest)));
  }

  private ConditionWords() {}

  /** Empty if it is no condition's text. */
  static Optional<Condition> read(String text) {
    var parts = parts(text, AND);
    return parts.size() == 1 ? one(parts.getFirst()) : all(parts).map(All::new);
  }

  private static Optional<Condition> one(String text) {
    if (text.startsWith(NOT)) {
      return one(text.substring(NOT.length())).map(Not::new);
    } else if (text.startsWith("(") && text.endsWith(")")) {
      return all(parts(text.substring(1, text.length() - 1), OR)).map(Any::new);
    }
    return OPERATORS.entrySet().stream()
        .flatMap(operator -> leaf(text, operator.getKey(), operator.getValue()).stream())
        .findFirst();
  }

  private static Optional<Condition> leaf(
      String text, String operator, Function<String, Test> reading) {
    int at = text.indexOf(operator);
    try {
      return at <= 0
          ? Optional.empty()
          : Optional.of(
              new Leaf(
                  text.substring(0, at), reading.apply(text.substring(at + operator.length()))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean nothing(String rest) {
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("nothing follows");
    }
    return true;
  }

  private static Optional<List<Condition>> all(List<String> texts) {
    var conditions = texts.stream().flatMap(t -> read(t).stream()).toList();
    return conditions.size() == texts.size() ? Optional.of(conditions) : Optional.empty();
  }

  // Outside of parentheses; what is no condition by itself belongs to the word before it.
  private static List<String> parts(String text, String conjunction) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || depth == 0 && text.startsWith(conjunction, i)) {
        var part = text.substring(start, i);
        if (parts.isEmpty() || read(part).isPresent()) {
          parts.add(part);
        } else {
          parts.add(parts.removeLast() + conjunction + part);
        }
        start = i + conjunction.length();
      } else if (text.charAt(i) == '(') {
        depth++;
      } else if (text.charAt(i) == ')') {
        depth--;
      }
    }
    return parts;
  }
}
