package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.json.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * Finds all phrases of a dictionary in a text at once: a tree of words, so that the time does not
 * depend on how many phrases there are (R26).
 */
public final class Phrases<T> implements RecordJson.Packed<Phrases.Entries<T>> {

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
    private @Nullable T meaning;
  }

  /** What each phrase means; its words are joined by a space, which no word has. */
  public record Entries<T>(Map<String, T> meanings) {}

  private final Entries<T> entries;
  private volatile @Nullable Branch<T> root;

  private Phrases(Entries<T> entries) {
    this.entries = entries;
  }

  /** What each phrase means, by its words. */
  public static <T> Phrases<T> of(Map<List<String>, T> meanings) {
    var joined = new HashMap<String, T>();
    meanings.forEach((words, meaning) -> joined.put(String.join(" ", words), meaning));
    return new Phrases<>(new Entries<>(joined));
  }

  @Override
  public Entries<T> packed() {
    return entries;
  }

  public static <T> Phrases<T> unpacked(Entries<T> entries) {
    return new Phrases<>(entries);
  }

  // Grown when it is first asked: most starts ask for few dictionaries, or for none.
  private Branch<T> root() {
    var grown = root;
    if (grown == null) {
      grown = new Branch<>();
      for (var entry : entries.meanings.entrySet()) {
        var branch = grown;
        for (var word : entry.getKey().split(" ")) {
          branch = branch.next.computeIfAbsent(word, _ -> new Branch<>());
        }
        branch.meaning = entry.getValue();
      }
      root = grown;
    }
    return grown;
  }

  /** How many phrases there are. */
  public int size() {
    return entries.meanings.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrases<?> phrases && entries.equals(phrases.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** All that are in these words, also those inside others, from the first to the last. */
  List<Found<T>> in(List<String> words) {
    var all = new ArrayList<Found<T>>();
    for (int start = 0; start < words.size(); start++) {
      addFrom(start, words, all);
    }
    return all;
  }

  /** What the words mean as a whole; empty if they say more, or something else. */
  Optional<T> exactly(List<String> words) {
    return from(0, words).stream()
        .filter(found -> found.end() == words.size())
        .map(Found::meaning)
        .findFirst();
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
    var branch = root();
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
