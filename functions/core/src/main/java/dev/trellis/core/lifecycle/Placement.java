package dev.trellis.core.lifecycle;

import dev.trellis.core.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead belongs at one instant.
 *
 * @param stage id of the lifecycle stage, such as {@code mil}
 * @param pool path in the pool tree, such as {@code mil/high}
 * @param missingForMql conditions of the MQL stage that are not met (R61)
 * @param because the rules that decided, one after the other
 * @param reviewAt the earliest instant at which time alone may change this; null if it cannot
 */
public record Placement(
    String stage,
    String pool,
    List<Condition> missingForMql,
    List<Reason> because,
    @Nullable Instant reviewAt) {

  public Placement {
    missingForMql = List.copyOf(missingForMql);
    because = List.copyOf(because);
  }

  /** The same, to be looked at again by this instant. */
  public Placement reviewedBy(Instant at) {
    return reviewAt != null && reviewAt.isBefore(at)
        ? this
        : new Placement(stage, pool, missingForMql, because, at);
  }

  /** True if a person put the lead here, or into its stage. */
  boolean isByHand() {
    return because.stream().anyMatch(Reason.ByHand.class::isInstance);
  }

  /** True if the pool is {@code path} or lies below it. */
  public boolean isIn(String path) {
    return pool.equals(path) || pool.startsWith(path + "/");
  }
}
