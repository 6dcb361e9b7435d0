package dev.trellis.local.rehearsal;

import java.util.Optional;

/**
 * What to rehearse.
 *
 * @param journey id of the journey
 * @param persona how all leads behave; a mix if empty
 * @param leads how many
 */
public record Script(String journey, Optional<Persona> persona, int leads) {

  private static final int MOST = 99_999;

  /**
   * Reads how many leads there shall be.
   *
   * @throws IllegalArgumentException if that is no such number
   */
  public static int leads(String text) {
    if (text.matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "--leads=%s is no number from 1 to %d".formatted(text, MOST));
  }

  /** One lead of the mix. */
  public static Script of(String journey) {
    return new Script(journey, Optional.empty(), 1);
  }

  public Script played(Persona by) {
    return new Script(journey, Optional.of(by), leads);
  }

  public Script by(int number) {
    return new Script(journey, persona, number);
  }
}
