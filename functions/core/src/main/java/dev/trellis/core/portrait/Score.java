package dev.trellis.core.portrait;

import java.util.List;

/** A score and its reasons; {@code points} is in thousandths and the sum of the contributions. */
public record Score(String name, long points, List<Contribution> contributions) {

  public static Score of(String name, List<Contribution> contributions) {
    return new Score(
        name, contributions.stream().mapToLong(Contribution::points).sum(), contributions);
  }

  /** Whole points, rounded down. */
  public long whole() {
    return Math.floorDiv(points, 1000);
  }
}
