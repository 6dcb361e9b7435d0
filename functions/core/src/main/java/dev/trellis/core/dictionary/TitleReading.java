package dev.trellis.core.dictionary;

import dev.trellis.core.dictionary.Phrases.Found;
import java.util.List;

/**
 * One way to read a title, or a part of it.
 *
 * @param match what it means, or null if it has no part in buying decisions
 * @param depth of the level, 0 at the top
 * @param gap words between area and rank; -1 for a title that the dictionary has as a whole
 * @param parts the words that it explains
 * @param letters how many they have
 */
record TitleReading(Titles.Match match, int depth, int gap, List<Found<?>> parts, int letters) {

  TitleReading(Titles.Match match, int depth, int gap, List<Found<?>> parts) {
    this(match, depth, gap, parts, parts.stream().mapToInt(Found::letters).sum());
  }

  int start() {
    return parts.stream().mapToInt(Found::start).min().orElseThrow();
  }

  int end() {
    return parts.stream().mapToInt(Found::end).max().orElseThrow();
  }

  boolean overlaps(TitleReading other) {
    return parts.stream().anyMatch(other::covers);
  }

  boolean covers(Found<?> word) {
    return parts.stream().anyMatch(word::overlaps);
  }
}
