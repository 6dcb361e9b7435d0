package dev.trellis.core.playbook;

import java.util.List;

/** Maps of how people come in, are touched and answer, per scenario (R73). */
public record Scenarios(List<Scenario> all) {

  public static final Scenarios EMPTY = new Scenarios(List.of());

  /** One map. */
  public record Scenario(String id, Wording name) {}
}
