package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What titles are made of (R26).
 *
 * @param roles names of the roles in a buying decision, by id
 * @param departments names, by id
 * @param levels names, by id, from high to low
 * @param titles whole titles
 * @param areas fields of work
 * @param ranks levels, by the words for them
 * @param deputies words that lower the level by one
 * @param aides words for those who assist; behind a title of {@code aideLevels} it is not theirs
 * @param aidesTo words that say so for whatever title follows
 * @param unranked the level of whoever names an area of work and no rank
 */
public record TitleWords(
    Map<String, Wording> roles,
    Map<String, Wording> departments,
    Map<String, Wording> levels,
    Phrases<Titles.Match> titles,
    Phrases<Area> areas,
    Phrases<String> ranks,
    Phrases<Boolean> deputies,
    Phrases<Boolean> aides,
    Set<String> aideLevels,
    Phrases<Boolean> aidesTo,
    String unranked) {

  /** Nothing. */
  static final TitleWords EMPTY =
      new TitleWords(
          Map.of(),
          Map.of(),
          Map.of(),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Phrases.of(Map.of()),
          Set.of(),
          Phrases.of(Map.of()),
          "");

  /**
   * A field of work.
   *
   * @param department id, or null if it takes no part in buying decisions
   * @param roles role by level; a level that is not there has none
   * @param word as the dictionary writes it
   */
  public record Area(@Nullable String department, Map<String, String> roles, String word) {}

  /** The level below. */
  String below(String level) {
    var all = List.copyOf(levels.keySet());
    return all.get(Math.min(all.indexOf(level) + 1, all.size() - 1));
  }

  /** How far from the top a level is. */
  int depth(String level) {
    int depth = 0;
    for (var each : levels.keySet()) {
      if (each.equals(level)) {
        return depth;
      }
      depth++;
    }
    throw new IllegalArgumentException("there is no level " + level);
  }
}
