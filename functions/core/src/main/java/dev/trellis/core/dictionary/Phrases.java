package dev.trellis.core.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all phrases of a dictionary in a text at once: a tree of words, so that the time does not
 * depend on how many phrases there are (R26).
 */
public final class Phrases<T> {

  /**
   * A phrase in a text.
   *
   * @param start index of its first word
   * @param end index behind its last word
   * @param letters how many it has, a measure of how much it says
   */
  record Found<T>(int start, int end, int letters, T meaning) {

    boolean overlaps(Found<?> other) {
      return start < other.end && other.start < end;
    }

    boolean within(Found<?> other) {
      return other.start <= start && end <= other.end;
    }

    /** The same, but it explains nothing. */
    Found<T> silent() {
      return new Found<>(start, end, 0, meaning);
    }
  }

  private static final class Branch<T> {
    private final Map<String, Branch<T>> next = new HashMap<>();
    private T meaning;
  }

  private final Branch<T> root = new Branch<>();
  private final int size;

  private Phrases(Map<List<String>, T> meanings) {
    size = meanings.size();
    meanings.forEach((words, meaning) -> {
      var branch = root;
      for (var word : words) {
        branch = branch.next.computeIfAbsent(word, _ -> new Branch<>());
      }
      branch.meaning = meaning;
    });
  }

  /** What each phrase means, by its words. */
  public static <T> Phrases<T> of(Map<List<String>, T> meanings) {
    return new Phrases<>(meanings);
  }

  /** How many phrases there are. */
  public int size() {
    return size;
  }

  /** All that are in these words, also those inside others, from the first to the last. */
  List<Found<T>> in(List<String> words) {
    var all = new ArrayList<Found<T>>();
    for (int start = 0; start < words.size(); start++) {
      addFrom(start, words, all);
    }
    return all;
  }

  boolean isIn(List<String> words) {
    return !in(words).isEmpty();
  }

  /** Those that begin at one word, the shortest first. */
  List<Found<T>> from(int start, List<String> words) {
    var all = new ArrayList<Found<T>>();
    addFrom(start, words, all);
    return all;
  }

  private void addFrom(int start, List<String> words, List<Found<T>> all) {
    var branch = root;
    int letters = 0;
    for (int end = start; end < words.size(); end++) {
      branch = branch.next.get(words.get(end));
      if (branch == null) {
        return;
      }
      letters += words.get(end).length();
      if (branch.meaning != null) {
        all.add(new Found<>(start, end + 1, letters, branch.meaning));
      }
    }
  }
}
