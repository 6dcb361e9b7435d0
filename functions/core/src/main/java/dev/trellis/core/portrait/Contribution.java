package dev.trellis.core.portrait;

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

  /** A percentage of it, rounded down to thousandths. */
  Contribution percent(int percent) {
    long smallBase = base * percent / 100;
    long lost = smallBase - points() * percent / 100;
    long smallCap = decay == 0 ? lost : cap * percent / 100;
    return new Contribution(rule, evidence, smallBase, smallCap, lost - smallCap);
  }

  /** The same, said of one lead among several. */
  Contribution ofMember(String lead) {
    return new Contribution(rule, new Evidence.Member(lead, evidence), base, cap, decay);
  }
}
