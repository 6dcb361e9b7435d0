package dev.trellis.rehearsal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the leads of a rehearsal behave. */
public enum Persona {
  /** Reads every mail a day after it came, and has shown no need of our topics yet. */
  ALWAYS_READS,
  /** Reads nothing. */
  NEVER_READS,
  /** Shows the need of every topic from the start, and reads nothing. */
  ALL_TAGGED;

  /**
   * @throws IllegalArgumentException that says what there is
   */
  public static Persona parse(String name) {
    return Arrays.stream(values())
        .filter(persona -> persona.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no persona %s; there are: %s. Without one the leads are a mix"
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(Persona::toString)
                            .collect(Collectors.joining(", ")))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
