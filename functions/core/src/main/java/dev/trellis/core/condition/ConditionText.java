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
import dev.trellis.core.condition.Condition.Within;

/** Says a condition as people say it, in Chinese or English. */
public final class ConditionText {

  private final Vocabulary vocabulary;
  private final boolean chinese;

  public ConditionText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.chinese = vocabulary.language().equals("zh");
  }

  /** One clause, without a full stop. */
  public String of(Condition condition) {
    return switch (condition) {
      case All(var parts) when parts.isEmpty() -> either("总是成立", "always");
      case All(var parts) -> joined(parts, either("，且", " and "));
      case Any(var parts) when parts.size() == 1 -> of(parts.getFirst());
      case Any(var parts) ->
          either("（", "(") + joined(parts, either("，或", " or ")) + either("）", ")");
      case Not(Leaf(var field, Known(var known))) -> of(new Leaf(field, new Known(!known)));
      case Not(Leaf(var field, In(var words))) -> isOneOf(field, new TreeSet<>(words), false);
      case Not(var part) -> either("并非（", "not (") + of(part) + either("）", ")");
      case Leaf(var field, In(var words)) -> isOneOf(field, new TreeSet<>(words), true);
      case Leaf(var field, Known(var known)) ->
          vocabulary
              .sentence(field, known ? "known" : "not.known")
              .orElseGet(() -> isKnown(vocabulary.field(field), known));
      case Leaf(var field, var test) -> leaf(vocabulary.field(field), test);
    };
  }

  private String leaf(String name, Condition.Test test) {
    return switch (test) {
      case Within(var period) ->
          either(
              name + "在未来" + period(period) + "之内",
              name + " lies within the next " + period(period));
      case OlderThan(var period) ->
          either(name + "距今已满" + period(period), name + " was at least " + period(period) + " ago");
      case AtLeast(var points) -> either(name + "不低于 " + points, name + " is at least " + points);
      case Known _, In _ -> throw new IllegalArgumentException("said with its field");
    };
  }

  private String isKnown(String name, boolean known) {
    return known
        ? either(name + "已知", name + " is known")
        : either(name + "未知", name + " is not known");
  }

  private String isOneOf(String field, TreeSet<String> words, boolean positive) {
    var name = vocabulary.field(field);
    var names =
        words.stream()
            .map(word -> vocabulary.word(field, word))
            .collect(Collectors.joining(either("、", ", ")));
    if (words.size() == 1) {
      return vocabulary
          .sentence(field, (positive ? "" : "not.") + words.first())
          .orElseGet(() -> is(name, names, positive));
    }
    return positive
        ? either(name + "是其中之一：" + names, name + " is one of " + names)
        : either(name + "不是其中任何一个：" + names, name + " is none of " + names);
  }

  private String is(String name, String word, boolean positive) {
    return positive
        ? either(name + "是" + word, name + " is " + word)
        : either(name + "不是" + word, name + " is not " + word);
  }

  private String joined(List<Condition> parts, String conjunction) {
    return parts.stream().map(this::of).collect(Collectors.joining(conjunction));
  }

  /** A period, such as {@code 3 days}. */
  public String period(Period period) {
    var parts = new ArrayList<String>();
    add(parts, period.getYears(), " 年", "year");
    add(parts, period.getMonths(), " 个月", "month");
    add(parts, period.getDays(), " 天", "day");
    return String.join(either("零", " and "), parts);
  }

  private void add(List<String> parts, int count, String chineseUnit, String englishUnit) {
    if (count != 0) {
      parts.add(
          either(" " + count + chineseUnit, count + " " + englishUnit + (count == 1 ? "" : "s")));
    }
  }

  private String either(String zh, String en) {
    return chinese ? zh : en;
  }
}
