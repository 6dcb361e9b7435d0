package dev.trellis.core.profile;

import module java.base;

/** What a person did, as activity is counted. */
public enum Behaviour {
  SCAN('S'),
  VISIT('V'),
  SUBMIT('U'),
  READ('R'),
  DOWNLOAD('D'),
  CLICK('C'),
  ATTEND('A'),
  FOLLOW('F'),
  CALL('L');

  private final char letter;

  Behaviour(char letter) {
    this.letter = letter;
  }

  /** By which it is stored. */
  char letter() {
    return letter;
  }

  /**
   * Reads what {@link #letter} wrote.
   *
   * @throws java.util.NoSuchElementException if it is none
   */
  static Behaviour of(char letter) {
    for (var behaviour : values()) {
      if (behaviour.letter == letter) {
        return behaviour;
      }
    }
    throw new NoSuchElementException("no behaviour has this letter");
  }
}
