package dev.trellis.rehearsal;

import java.util.Arrays;
import java.util.Optional;

/**
 * What to rehearse.
 *
 * @param journey id of the journey
 * @param persona how all leads behave; a mix if empty
 * @param leads how many
 */
public record Script(String journey, Optional<Persona> persona, int leads) {

  public static final String SIMULATE = "--simulate";
  public static final String PERSONA = "--persona";
  public static final String LEADS = "--leads";

  private static final int MOST = 99_999;

  /**
   * Reads {@code --simulate= --persona= --leads=}; an empty value counts as not given. Empty if
   * nothing is to be rehearsed.
   *
   * @throws IllegalArgumentException that says what is wrong with persona or leads
   */
  public static Optional<Script> parse(String... arguments) {
    return given(SIMULATE, arguments)
        .map(journey ->
            new Script(
                journey,
                given(PERSONA, arguments).map(Persona::parse),
                given(LEADS, arguments).map(Script::leads).orElse(1)));
  }

  private static Optional<String> given(String name, String... arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static int leads(String text) {
    if (text.matches("[1-9][0-9]{0,4}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "--leads=%s is no number from 1 to %d".formatted(text, MOST));
  }
}
