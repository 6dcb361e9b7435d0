package dev.trellis.core.portrait;

import java.util.ArrayList;
import java.util.List;

/** A score and its reasons; {@code points} is in thousandths and the sum of the contributions. */
public record Score(String name, long points, List<Contribution> contributions) {

  public Score {
    contributions = List.copyOf(contributions);
    if (points != sum(contributions)) {
      throw new IllegalArgumentException(name + " is not the sum of its contributions");
    }
  }

  public static Score of(String name, List<Contribution> contributions) {
    return new Score(name, sum(contributions), contributions);
  }

  /** Several scores as one, such as those of a company's people; see {@link #ofMember} (R21). */
  public static Score sum(String name, List<Score> scores) {
    return of(name, scores.stream().flatMap(s -> s.contributions.stream()).toList());
  }

  /** The same score, its evidence named after the lead. */
  public Score ofMember(String lead) {
    return of(name, contributions.stream().map(c -> c.ofMember(lead)).toList());
  }

  /** Whole points, rounded down. */
  public long whole() {
    return Math.floorDiv(points, 1000);
  }

  /** Takes what is too much from the last of them. */
  static List<Contribution> capped(List<Contribution> contributions, long most) {
    var kept = new ArrayList<Contribution>();
    long room = most;
    for (var contribution : contributions) {
      var fits = contribution.atMost(room);
      room -= fits.points();
      kept.add(fits);
    }
    return kept;
  }

  private static long sum(List<Contribution> contributions) {
    return contributions.stream().mapToLong(Contribution::points).sum();
  }
}
