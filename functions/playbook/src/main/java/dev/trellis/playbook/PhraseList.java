package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.dictionary.Phrases;
import dev.trellis.core.dictionary.Spelling;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.yaml.Yaml;

/** The entries of a dictionary while it is read: one phrase, one meaning. */
final class PhraseList<T> {

  private final Spelling spelling;
  private final Map<List<String>, T> meanings = new HashMap<>();
  private final Map<List<String>, Object> senses = new HashMap<>();

  PhraseList(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Phrases that all mean the same. */
  static Phrases<Boolean> of(Spelling spelling, List<Yaml> places) {
    var list = new PhraseList<Boolean>(spelling);
    list.add(places, true);
    return list.phrases();
  }

  void add(List<Yaml> places, T meaning) {
    places.forEach(phrase -> add(phrase, meaning, _ -> meaning));
  }

  /**
   * Adds one phrase. Another spelling of one that is there already adds nothing, but must have the
   * same sense.
   */
  void add(Yaml place, Object sense, Function<String, T> meaning) {
    var phrase = place.text();
    var words = words(place, phrase);
    var other = senses.putIfAbsent(words, sense);
    if (!words.isEmpty() && other != null && !other.equals(sense)) {
      place.problem(
          "\"" + phrase + "\" stands here and elsewhere with another meaning",
          "Keep one of them; width, case and traditional characters make no difference");
    }
    meanings.computeIfAbsent(words, _ -> meaning.apply(phrase));
  }

  /** Adds one phrase that may have several meanings. */
  void join(Yaml place, T meaning, BinaryOperator<T> join) {
    meanings.merge(words(place, place.text()), meaning, join);
  }

  Phrases<T> phrases() {
    meanings.remove(List.of());
    return Phrases.of(meanings);
  }

  /** The names of things, in their order. */
  static <N> Map<String, Wording> names(Map<String, N> all, Function<N, Wording> name) {
    var names = new LinkedHashMap<String, Wording>();
    all.forEach((id, one) -> names.put(id, name.apply(one)));
    return names;
  }

  private List<String> words(Yaml place, String phrase) {
    var words = spelling.words(phrase);
    if (words.isEmpty() && !phrase.isEmpty()) {
      place.problem("\"" + phrase + "\" has no letter", "Write a word");
    }
    return words;
  }
}
