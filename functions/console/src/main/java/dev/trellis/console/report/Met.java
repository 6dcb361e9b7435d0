package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.playbook.PlaybookVocabulary;

/**
 * A value of a person that met a part of a condition (R50).
 *
 * @param value as it was kept: words joined by commas, an instant, whole points, or nothing
 * @param text name and value per language, for people
 */
public record Met(String field, String value, Map<String, String> text) {

  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  /** What every part of the condition met, in its order. */
  static List<Met> of(Membership membership, List<PlaybookVocabulary> vocabularies, ZoneId zone) {
    return membership
        .because()
        .leaves()
        .map(leaf -> leaf.field())
        .distinct()
        .map(field -> of(field, membership.met().getOrDefault(field, ""), vocabularies, zone))
        .toList();
  }

  private static Met of(
      String field, String value, List<PlaybookVocabulary> vocabularies, ZoneId zone) {
    var text = new TreeMap<String, String>();
    for (var vocabulary : vocabularies) {
      text.put(
          vocabulary.language(),
          vocabulary.field(field)
              + (vocabulary.language().equals("zh") ? "：" : ": ")
              + said(value, field, vocabulary, zone));
    }
    return new Met(field, value, text);
  }

  private static String said(
      String value, String field, PlaybookVocabulary vocabulary, ZoneId zone) {
    var chinese = vocabulary.language().equals("zh");
    if (value.isEmpty()) {
      return chinese ? "未知" : "not known";
    }
    return INSTANT.matcher(value).matches()
        ? Instant.parse(value).atZone(zone).toLocalDate().toString()
        : Stream.of(value.split(","))
            .map(word -> vocabulary.word(field, word))
            .collect(Collectors.joining(chinese ? "、" : ", "));
  }
}
