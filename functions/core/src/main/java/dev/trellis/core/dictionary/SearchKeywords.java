package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.dictionary.Phrases.Found;

/** What someone who searched for these words needs, and in which industry (R75). */
public record SearchKeywords(Spelling spelling, Phrases<Meaning> keywords) {

  public static final SearchKeywords EMPTY =
      new SearchKeywords(Spelling.PLAIN, Phrases.of(Map.of()));

  /** Ids of needs and industries; both may be empty. */
  public record Meaning(SortedSet<String> needs, SortedSet<String> industries) {}

  /** What a search phrase says; a keyword inside a longer one that was found does not count. */
  public Meaning of(String phrase) {
    var meaning = new Meaning(new TreeSet<>(), new TreeSet<>());
    var all = keywords.in(spelling.words(phrase));
    for (var found : all) {
      if (!isInsideAnother(found, all)) {
        meaning.needs().addAll(found.meaning().needs());
        meaning.industries().addAll(found.meaning().industries());
      }
    }
    return meaning;
  }

  /** The needs that a text names; none if it is not one of the keywords as a whole. */
  public SortedSet<String> needs(String text) {
    return keywords.exactly(spelling.words(text)).map(Meaning::needs).orElseGet(TreeSet::new);
  }

  /** How many keywords there are. */
  public int size() {
    return keywords.size();
  }

  private static boolean isInsideAnother(Found<Meaning> found, List<Found<Meaning>> all) {
    return all.stream().anyMatch(other -> !other.equals(found) && found.within(other));
  }
}
