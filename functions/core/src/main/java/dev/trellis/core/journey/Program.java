package dev.trellis.core.journey;

import dev.trellis.core.playbook.Journey;
import java.util.List;

/** A journey as leads go through it: its blocks unrolled into a flat list of steps with jumps. */
public record Program(Journey journey, List<Step> steps) {

  public Program {
    steps = List.copyOf(steps);
  }

  public static Program of(Journey journey) {
    return new Program(journey, Unrolling.of(journey.steps()));
  }

  /** Where a step is; -1 if there is no such step. */
  public int place(String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        return i;
      }
    }
    return -1;
  }

  /** The steps above this one; all if there is no such step. */
  List<Step> before(String step) {
    return steps.stream().takeWhile(s -> !s.id().equals(step)).toList();
  }

  /** This step and those below it; none if there is no such step. */
  List<Step> from(String step) {
    return steps.stream().dropWhile(s -> !s.id().equals(step)).toList();
  }

  /** True if a lead at this step can go on by this program. */
  boolean knows(String step) {
    return place(step) >= 0;
  }
}
