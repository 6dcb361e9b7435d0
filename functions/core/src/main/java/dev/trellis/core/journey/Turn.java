package dev.trellis.core.journey;

import java.util.List;

/**
 * What one look at a lead did to one of its enrollments, as it was saved.
 *
 * @param before as it was read; of version 0 if it was not stored yet
 */
public record Turn(Enrollment before, Advance advance) {

  /** One that took no step: it ended, or goes on where it was. */
  public static Turn of(Enrollment before, Enrollment after) {
    return new Turn(before, new Advance(after, List.of(), List.of()));
  }

  /** What it changes in the figures of its journey. */
  public Flow flow() {
    var flow =
        before.version() == 0
            ? Flow.at(advance.enrollment())
            : Flow.at(advance.enrollment()).minus(Flow.at(before));
    return flow.plus(Flow.through(advance));
  }
}
