package dev.trellis.console.account;

import module java.base;

import dev.trellis.core.portrait.Score;

/**
 * A score of a company: the sum of its people's, each with its own reasons (R21).
 *
 * @param ofPeople by lead
 */
public record RollUp(String name, SortedMap<String, Score> ofPeople) {

  public RollUp {
    ofPeople = Collections.unmodifiableSortedMap(new TreeMap<>(ofPeople));
  }

  /** All of them as one score, with every contribution. */
  public Score sum() {
    return Score.sum(
        name, ofPeople.entrySet().stream().map(e -> e.getValue().ofMember(e.getKey())).toList());
  }

  /** In thousandths, and exactly the sum. */
  public long points() {
    return sum().points();
  }
}
