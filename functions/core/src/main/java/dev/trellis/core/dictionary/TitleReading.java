package dev.trellis.core.dictionary;

import dev.trellis.core.dictionary.Phrases.Found;
import java.util.List;
import java.util.Optional;

/**
 * One way to read a title, or a part of it.
 *
 * @param match what it means; empty if it has no part in buying decisions
 * @param depth of the level, 0 at the top
 * @param gap words between area and rank; -1 for a title that the dictionary has as a whole
 * @param parts the words that it explains
 * @param letters how many they have
 */
record TitleReading(
    Optional<Titles.Match> match, int depth, int gap, List<Found<?>> parts, int letters) {

  TitleReading(Optional<Titles.Match> match, int depth, int gap, List<Found<?>> parts) {
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
