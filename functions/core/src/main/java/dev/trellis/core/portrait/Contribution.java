package dev.trellis.core.portrait;

import java.util.ArrayList;
import java.util.List;

/**
 * One addend of a score, in thousandths of a point (R88).
 *
 * @param rule of the scoring table
 * @param evidence what it was given for
 * @param base points before cap and decay
 * @param cap points lost to a cap
 * @param decay points lost to time
 */
public record Contribution(String rule, Evidence evidence, long base, long cap, long decay) {

  public Contribution {
    if (base < 0 || cap < 0 || decay < 0 || base - cap - decay < 0) {
      throw new IllegalArgumentException("a contribution is never below 0: " + rule);
    }
  }

  /** Points that are given in full. */
  public static Contribution of(String rule, Evidence evidence, long points) {
    return new Contribution(rule, evidence, points, 0, 0);
  }

  /** What is left of the base; these sum exactly to the score. */
  public long points() {
    return base - cap - decay;
  }

  /** The same, at most so many points of it. */
  Contribution atMost(long most) {
    return points() <= most ? this : less(points() - most);
  }

  /** The same, with points taken away by a cap. */
  Contribution less(long points) {
    return new Contribution(rule, evidence, base, cap + points, decay);
  }

  /** The same, after time left only so many points of it. */
  Contribution decayedTo(long points) {
    return new Contribution(rule, evidence, base, cap, decay + points() - points);
  }

  /** A percentage of it, of which so many points are left. */
  private Contribution percent(int percent, long left) {
    long smallCap = cap * percent / 100;
    long smallDecay = decay * percent / 100;
    return new Contribution(rule, evidence, left + smallCap + smallDecay, smallCap, smallDecay);
  }

  /**
   * A percentage of each, rounded down as a sum: whatever moves from one to another as caps and
   * time change, the sum never rises by rounding.
   */
  static List<Contribution> percent(List<Contribution> all, int percent) {
    var parts = new ArrayList<Contribution>();
    long sum = 0;
    for (var one : all) {
      long before = sum * percent / 100;
      sum += one.points();
      parts.add(one.percent(percent, sum * percent / 100 - before));
    }
    return parts;
  }

  /** Both of them, given for the same. */
  Contribution plus(Contribution other) {
    return new Contribution(
        rule, evidence, base + other.base, cap + other.cap, decay + other.decay);
  }

  /** The same, said of one lead among several. */
  Contribution ofMember(String lead) {
    return new Contribution(rule, new Evidence.Member(lead, evidence), base, cap, decay);
  }
}
