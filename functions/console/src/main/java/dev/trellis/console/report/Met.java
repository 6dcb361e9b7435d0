package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.PlaybookVocabulary;

/**
 * A value of a person that met a part of a condition (R50).
 *
 * @param value as it is kept: words joined by commas, an instant, whole points, or nothing
 * @param text name and value per language, for people
 */
public record Met(String field, String value, Map<String, String> text) {

  /** The part of a condition that a subject meets; of alternatives only those that hold. */
  static Condition part(Condition condition, Condition.Subject subject) {
    return switch (condition) {
      case Condition.All(var parts) ->
          new Condition.All(parts.stream().map(p -> part(p, subject)).toList());
      case Condition.Any(var parts) ->
          new Condition.Any(
              parts.stream().filter(p -> p.holds(subject)).map(p -> part(p, subject)).toList());
      case Condition.Not not -> not;
      case Leaf leaf -> leaf;
    };
  }

  static Stream<Leaf> leaves(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(Met::leaves);
      case Condition.Any(var parts) -> parts.stream().flatMap(Met::leaves);
      case Condition.Not(var part) -> leaves(part);
      case Leaf leaf -> Stream.of(leaf);
    };
  }

  static Met of(
      Leaf leaf, Condition.Subject subject, List<PlaybookVocabulary> vocabularies, ZoneId zone) {
    var value = subject.value(leaf.field());
    var text = new TreeMap<String, String>();
    for (var vocabulary : vocabularies) {
      text.put(
          vocabulary.language(),
          vocabulary.field(leaf.field())
              + (vocabulary.language().equals("zh") ? "：" : ": ")
              + said(value, leaf.field(), vocabulary, subject.now(), zone));
    }
    return new Met(leaf.field(), raw(value, subject.now()), text);
  }

  private static String raw(Value value, Instant now) {
    return switch (value) {
      case Value.Unknown _ -> "";
      case Value.Words words -> String.join(",", new TreeSet<>(words.words()));
      case Value.Moment(var at, var _) -> at.toString();
      case Value.Amount(var amount) -> Long.toString(Math.floorDiv(amount.at(now), 1000));
    };
  }

  private static String said(
      Value value, String field, PlaybookVocabulary vocabulary, Instant now, ZoneId zone) {
    var chinese = vocabulary.language().equals("zh");
    return switch (value) {
      case Value.Unknown _ -> chinese ? "未知" : "not known";
      case Value.Words words ->
          new TreeSet<>(words.words())
              .stream()
                  .map(word -> vocabulary.word(field, word))
                  .collect(Collectors.joining(chinese ? "、" : ", "));
      case Value.Moment(var at, var _) -> at.atZone(zone).toLocalDate().toString();
      case Value.Amount _ -> raw(value, now);
    };
  }
}
