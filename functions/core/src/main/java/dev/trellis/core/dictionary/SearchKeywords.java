package dev.trellis.core.dictionary;

import java.util.SortedSet;
import java.util.TreeSet;

/** What someone who searched for these words needs, and in which industry (R75). */
public final class SearchKeywords {

  public static final SearchKeywords EMPTY = new SearchKeywords();

  /** Ids of needs and industries; both may be empty. */
  public record Meaning(SortedSet<String> needs, SortedSet<String> industries) {}

  /** What a search phrase says. */
  public Meaning of(String phrase) {
    return new Meaning(new TreeSet<>(), new TreeSet<>());
  }
}
