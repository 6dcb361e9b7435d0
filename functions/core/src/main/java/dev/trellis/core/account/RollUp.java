package dev.trellis.core.account;

import dev.trellis.core.portrait.Score;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A score of a company: the sum of its people's, each with its own reasons (R21).
 *
 * @param ofPeople by lead
 */
public record RollUp(String name, SortedMap<String, Score> ofPeople) {

  public RollUp {
    ofPeople = Collections.unmodifiableSortedMap(new TreeMap<>(ofPeople));
  }

  /** In thousandths, and exactly the sum. */
  public long points() {
    return ofPeople.values().stream().mapToLong(Score::points).sum();
  }
}
