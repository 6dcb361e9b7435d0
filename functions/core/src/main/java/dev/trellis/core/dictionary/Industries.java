package dev.trellis.core.dictionary;

import java.util.Optional;

/** Industries by words in a company's name (R77). */
public final class Industries {

  public static final Industries EMPTY = new Industries();

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
    return Optional.empty();
  }
}
