package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;

/**
 * A series of behaviours that says more than its parts, such as attending an event and reading a
 * solution (R74).
 *
 * @param within how long ago its signs may lie; null if for ever
 * @param signs all of them have to be seen
 */
public record KeyBehaviour(String id, Wording name, int points, Duration within, List<Sign> signs) {

  public KeyBehaviour {
    signs = List.copyOf(signs);
  }

  /** One thing to be seen. */
  public sealed interface Sign {}

  /** One of these behaviours, so many times altogether, on so many different days. */
  public record Does(Set<Behaviour> behaviours, int times, int days) implements Sign {
    public Does {
      behaviours = Set.copyOf(behaviours);
    }
  }

  /** Reads of contents of this type. */
  public record Reads(String type, int times) implements Sign {}
}
