package dev.trellis.core.journey;

import dev.trellis.core.playbook.Journey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journey as leads go through it: its blocks unrolled into a flat list of steps with jumps. */
public record Program(Journey journey, List<Step> steps) {

  public Program {
    steps = List.copyOf(steps);
  }

  public static Program of(Journey journey) {
    return new Program(journey, Unrolling.of(journey.steps(), Map.of()));
  }

  /**
   * As somebody goes through it whose values of an {@code each} have an order of their own.
   *
   * @param first those that come first, by the id of the {@code each}
   */
  public Program ordered(Map<String, List<String>> first) {
    return first.isEmpty() ? this : new Program(journey, Unrolling.of(journey.steps(), first));
  }

  /** Where a step is; -1 if there is no such step. */
  public int place(@Nullable String step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        return i;
      }
    }
    return -1;
  }

  /** True if a lead at this step can go on by this program. */
  public boolean knows(String step) {
    return place(step) >= 0;
  }
}
