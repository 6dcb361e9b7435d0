package dev.trellis.core.identity;

import java.util.NoSuchElementException;

/**
 * How we know that a name or a word about somebody is true; a later one overrules an earlier (R17).
 */
public enum Proof {
  /** Nobody showed anything. */
  TYPED('t'),
  /**
   * Somebody typed it, and a person of whom more is known said another since, or sales did: it is a
   * former name, by which nobody is found.
   */
  DENIED('d'),
  /** Whoever told it showed that a mailbox or a browser is theirs. */
  HELD('h'),
  /** A source says so that we trust in this: our files, the CRM, an SDR, a partner's platform. */
  VOUCHED('v');

  private final char letter;

  Proof(char letter) {
    this.letter = letter;
  }

  /** By which it is stored. */
  public char letter() {
    return letter;
  }

  /**
   * Reads what {@link #letter} wrote.
   *
   * @throws java.util.NoSuchElementException if it is none
   */
  public static Proof of(char letter) {
    for (var proof : values()) {
      if (proof.letter == letter) {
        return proof;
      }
    }
    throw new NoSuchElementException("no proof has this letter");
  }

  /** True for what is more than somebody's word. */
  public boolean isShown() {
    return this == HELD || this == VOUCHED;
  }

  public static Proof stronger(Proof one, Proof other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
