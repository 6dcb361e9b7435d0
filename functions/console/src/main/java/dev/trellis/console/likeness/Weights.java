package dev.trellis.console.likeness;

import module java.base;

/**
 * How much each trait speaks for one group of leads against another: naive Bayes, so that a lead's
 * score is a sum of one number for each of its traits, and can be explained by them.
 */
public final class Weights {

  /**
   * As if so many more leads of each group had shown a trait as often as all leads do (Laplace).
   */
  private static final double IMAGINED = 4;

  /** A trait of fewer leads than this is an anecdote. */
  private static final int LEAST = 5;

  private static final Comparator<Reason> STRONGEST_FIRST =
      Comparator.comparingDouble((Reason r) -> -Math.abs(r.weight())).thenComparing(Reason::trait);

  private final TreeMap<Trait, Reason> reasons = new TreeMap<>();
  private double base;

  private Weights() {}

  /** Learns from two groups; neither may be empty. */
  public static Weights learn(List<Case> ours, List<Case> others) {
    return learn(ours, others, Case::traits);
  }

  static Weights learn(
      List<Case> ours, List<Case> others, Function<Case, SortedSet<Trait>> traits) {
    if (ours.isEmpty() || others.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to compare");
    }
    var weights = new Weights();
    weights.base = StrictMath.log((double) ours.size() / others.size());
    var here = counts(ours, traits);
    var there = counts(others, traits);
    var all = new TreeSet<>(here.keySet());
    all.addAll(there.keySet());
    for (var trait : all) {
      weights.weigh(
          trait,
          here.getOrDefault(trait, 0),
          ours.size(),
          there.getOrDefault(trait, 0),
          others.size());
    }
    return weights;
  }

  // A lead without the trait says something as well: that part is the same for all, in the base.
  private void weigh(Trait trait, int ours, int oursOf, int others, int othersOf) {
    if (ours + others < LEAST) {
      return;
    }
    double usual = (ours + others + 1.0) / (oursOf + othersOf + 2.0);
    double here = (ours + IMAGINED * usual) / (oursOf + IMAGINED);
    double there = (others + IMAGINED * usual) / (othersOf + IMAGINED);
    double with = StrictMath.log(here / there);
    double without = StrictMath.log((1 - here) / (1 - there));
    base += without;
    reasons.put(trait, new Reason(trait, with - without, ours, oursOf, others, othersOf));
  }

  private static TreeMap<Trait, Integer> counts(
      Collection<Case> cases, Function<Case, SortedSet<Trait>> traits) {
    var counts = new TreeMap<Trait, Integer>();
    cases.forEach(c -> traits.apply(c).forEach(t -> counts.merge(t, 1, Integer::sum)));
    return counts;
  }

  /** Log odds that a lead with these traits is of the first group. */
  public double score(SortedSet<Trait> traits) {
    double sum = base;
    for (var trait : traits) {
      var reason = reasons.get(trait);
      sum += reason == null ? 0 : reason.weight();
    }
    return sum;
  }

  /** What these traits say, the strongest first. */
  public List<Reason> reasons(SortedSet<Trait> traits) {
    var found = new ArrayList<Reason>();
    traits.stream().map(reasons::get).filter(r -> r != null).forEach(found::add);
    found.sort(STRONGEST_FIRST);
    return found;
  }

  /** What all traits say, the strongest first. */
  public List<Reason> reasons() {
    return reasons.values().stream().sorted(STRONGEST_FIRST).toList();
  }
}
