package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.playbook.bind.Grammar.Wrong;
import dev.trellis.playbook.yaml.Yaml;

/**
 * One of a few words.
 *
 * @param wrong what is said of another one, or null
 * @param meaning of one of these words
 */
record Choice(List<String> words, Wrong wrong, Function<String, Object> meaning) implements Shape {

  /** The constants of an enum, in lower case. */
  static Choice of(Class<?> type, AnnotatedElement rules) {
    var constants = List.of(type.getEnumConstants());
    var words = constants.stream().map(Choice::word).toList();
    return new Choice(
        words, rules.getAnnotation(Wrong.class), word -> constants.get(words.indexOf(word)));
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Object read(Yaml at, Reading reading) {
    var word = at.text();
    if (words.contains(word)) {
      return meaning.apply(word);
    }
    if (!word.isEmpty()) {
      var remedy = "Use one of: " + String.join(", ", words);
      Scalar.wrong(at, wrong, word, "\"%s\" is unknown here", remedy);
    }
    return meaning.apply(words.getFirst());
  }

  @Override
  public boolean fits(Yaml at) {
    return at.isText() && words.contains(at.text());
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("enum", words);
  }
}
