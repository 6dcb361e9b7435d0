package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.dictionary.Phrases.Found;

/** One name of a company, being taken apart from both ends. */
final class CompanyName {

  /** A place is part of the name if less than this would be left. */
  private static final int FEWEST_LETTERS = 2;

  private final CompanyWords dictionary;
  private final List<String> words;
  private final List<String> units = new ArrayList<>();
  private final List<String> leading = new ArrayList<>();
  private final List<String> bracketed;
  private final List<String> trailing = new ArrayList<>();
  private int from;
  private int to;

  CompanyName(CompanyWords dictionary, List<String> words, List<String> bracketed) {
    this.dictionary = dictionary;
    this.words = words;
    this.bracketed = bracketed;
    this.to = words.size();
  }

  /** What tells the company from others. */
  Optional<String> core() {
    while (unitAtEnd() || formAtEnd() || formAtStart() || placeAtEnd() || placeAtStart()) {
      // Each takes away what it finds; legal forms go first, since places may stand before them.
    }
    var rest = String.join("", words.subList(from, to));
    var parts = isPlace(from, to) ? places() : place();
    parts.add(isPlace(from, to) ? leading.size() : parts.size(), rest);
    parts.removeIf(String::isEmpty);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(CompanyNames.PLACE, parts) + String.join("", units));
  }

  /** Whether these words are nothing but places and legal forms. */
  static boolean tellsNothing(CompanyWords dictionary, List<String> words) {
    int at = 0;
    while (at < words.size()) {
      int next = end(at, longest(dictionary.places(), at, words), words, dictionary);
      if (next == at) {
        next =
            Math.max(
                longest(dictionary.legalForms(), at, words),
                longest(dictionary.leadingForms(), at, words));
      }
      if (next <= at) {
        return false;
      }
      at = next;
    }
    return !words.isEmpty();
  }

  private boolean formAtEnd() {
    int start = start(dictionary.legalForms(), to);
    boolean found = start < to;
    to = start;
    return found;
  }

  // A place right before a unit is where the unit is, not the company.
  private boolean unitAtEnd() {
    int start = start(dictionary.units(), to);
    if (start == to) {
      return false;
    }
    var unit = meaning(dictionary.units(), start, to);
    to = start;
    var where = placeAtEnd() ? trailing.removeFirst() + " " : "";
    units.addFirst(CompanyNames.UNIT + where + unit);
    return true;
  }

  private boolean formAtStart() {
    int end = Math.min(longest(dictionary.leadingForms(), from, words.subList(0, to)), to);
    boolean found = end > from && end < to;
    from = found ? end : from;
    return found;
  }

  private boolean placeAtStart() {
    var left = words.subList(0, to);
    int place = longest(dictionary.places(), from, left);
    int end = end(from, place, left, dictionary);
    if (end == from || letters(end, to) < FEWEST_LETTERS) {
      return false;
    }
    leading.add(meaning(dictionary.places(), from, place));
    from = end;
    return true;
  }

  private boolean placeAtEnd() {
    int end = start(dictionary.placeEndings(), to);
    int start = start(dictionary.places(), end);
    if (start == end) {
      end = to;
      start = start(dictionary.places(), end);
    }
    if (start == end || letters(from, start) < FEWEST_LETTERS) {
      return false;
    }
    trailing.addFirst(meaning(dictionary.places(), start, end));
    to = start;
    return true;
  }

  private List<String> places() {
    var all = new ArrayList<>(leading);
    all.addAll(bracketed);
    all.addAll(trailing);
    return all;
  }

  // In 浙江省杭州市 it is the last; what stands in front says more than what follows.
  private List<String> place() {
    var all = places();
    int which = leading.isEmpty() ? 0 : leading.size() - 1;
    return new ArrayList<>(all.isEmpty() ? all : List.of(all.get(which)));
  }

  private boolean isPlace(int start, int end) {
    return start == end || longest(dictionary.places(), start, words) == end;
  }

  private int letters(int start, int end) {
    return words.subList(Math.min(start, end), end).stream().mapToInt(String::length).sum();
  }

  // Where the longest phrase begins that ends here, and here if there is none.
  private int start(Phrases<?> phrases, int end) {
    for (int at = from; at < end; at++) {
      var left = words.subList(0, end);
      if (phrases.from(at, left).stream().anyMatch(found -> found.end() == end)) {
        return at;
      }
    }
    return end;
  }

  private String meaning(Phrases<String> phrases, int start, int end) {
    return phrases.from(start, words).stream()
        .filter(found -> found.end() == end)
        .map(Found::meaning)
        .findFirst()
        .orElseThrow();
  }

  // Where the longest phrase ends that begins here, and here if there is none.
  private static int longest(Phrases<?> phrases, int start, List<String> words) {
    return phrases.from(start, words).stream().mapToInt(Found::end).max().orElse(start);
  }

  // 上海市 is a place as 上海 is; but in 上海市政 the third character begins another word.
  private static int end(int start, int place, List<String> words, CompanyWords dictionary) {
    return place > start && longest(dictionary.common(), place, words) == place
        ? longest(dictionary.placeEndings(), place, words)
        : place;
  }
}
