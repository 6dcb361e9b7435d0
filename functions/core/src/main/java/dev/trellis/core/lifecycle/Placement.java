package dev.trellis.core.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * Where a lead belongs at one instant.
 *
 * @param stage id of the lifecycle stage, such as {@code mil}
 * @param pool path in the pool tree, such as {@code mil/high}
 * @param missingForMql conditions of the MQL stage that are not met, in words a machine can compare
 *     (R61), such as {@code plan within P6M}
 * @param because the rules that decided, such as {@code stage mil} and {@code pool mil/high}
 * @param reviewAt the earliest instant at which time alone may change this; null if it cannot
 */
public record Placement(
    String stage, String pool, List<String> missingForMql, List<String> because, Instant reviewAt) {

  public Placement {
    missingForMql = List.copyOf(missingForMql);
    because = List.copyOf(because);
  }

  /** True if the pool is {@code path} or lies below it. */
  public boolean isIn(String path) {
    return pool.equals(path) || pool.startsWith(path + "/");
  }
}
