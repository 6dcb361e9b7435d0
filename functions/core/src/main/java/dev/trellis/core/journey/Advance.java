package dev.trellis.core.journey;

import java.util.List;

/**
 * The enrollment after everything that is due has been done, and what others are asked to do.
 *
 * @param ways which way was taken where a step chooses, in order
 */
public record Advance(Enrollment enrollment, List<Effect> effects, List<Way> ways) {

  public Advance {
    effects = List.copyOf(effects);
    ways = List.copyOf(ways);
  }
}
