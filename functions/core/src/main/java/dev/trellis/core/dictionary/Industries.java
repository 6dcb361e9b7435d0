package dev.trellis.core.dictionary;

import module java.base;

import dev.trellis.core.dictionary.Phrases.Found;
import dev.trellis.core.text.Wording;

/**
 * Industries by words in a company's name (R77). The longest word says most; of words as long as
 * each other the surest, then the last, since in a name the last word tells what the company is.
 *
 * @param names of the industries, by id, in the dictionary's order
 * @param keywords what each of them speaks for
 */
public record Industries(Spelling spelling, Map<String, Wording> names, Phrases<Guess> keywords) {

  public static final Industries EMPTY =
      new Industries(Spelling.PLAIN, Map.of(), Phrases.of(Map.of()));

  private static final Comparator<Found<Guess>> SAYS_MORE =
      Comparator.<Found<Guess>>comparingInt(Found::letters)
          .thenComparingInt(found -> found.meaning().confidencePercent())
          .thenComparingInt(Found::start);

  /**
   * A guess.
   *
   * @param industry id
   * @param confidencePercent 1 to 100
   * @param keyword the word that it rests on
   */
  public record Guess(String industry, int confidencePercent, String keyword) {}

  /** The industry that a company's name speaks for most; empty if it says nothing. */
  public Optional<Guess> guess(String companyName) {
    return keywords.in(spelling.words(companyName)).stream().max(SAYS_MORE).map(Found::meaning);
  }

  /** The industry that a text names; empty if it is not one of the keywords as a whole. */
  public Optional<String> named(String text) {
    return keywords.exactly(spelling.words(text)).map(Guess::industry);
  }

  /** How many keywords there are. */
  public int size() {
    return keywords.size();
  }
}
