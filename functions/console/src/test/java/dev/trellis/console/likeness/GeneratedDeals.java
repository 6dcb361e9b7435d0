package dev.trellis.console.likeness;

import module java.base;

/**
 * Leads whose traits make a deal likelier or not, and never certain: half of what decides is not in
 * the traits at all, so that nobody can rank them without mistakes.
 */
final class GeneratedDeals {

  private static final String[] INDUSTRIES = {"manufacturing", "finance", "retail", "other"};
  private static final double[] OF_INDUSTRY = {0.9, 0.3, -0.4, -0.8};
  private static final String[] ROLES = {"cmo", "cio", "marketing", "procurement"};
  private static final double[] OF_ROLE = {0.7, 0.0, 0.2, -0.6};
  private static final String[] SOURCES = {"event", "sem", "content", "other"};

  private GeneratedDeals() {}

  static List<Case> decided(long seed, int leads) {
    var random = new Random(seed);
    var cases = new ArrayList<Case>();
    for (int i = 0; i < leads; i++) {
      var traits = new TreeSet<Trait>();
      double odds = -0.6 + random.nextGaussian();
      int industry = random.nextInt(4);
      if (random.nextInt(4) > 0) {
        traits.add(new Trait("industry", INDUSTRIES[industry]));
      }
      odds += OF_INDUSTRY[industry];
      int role = random.nextInt(4);
      traits.add(new Trait("role", ROLES[role]));
      odds += OF_ROLE[role];
      traits.add(new Trait("source", SOURCES[random.nextInt(4)]));
      if (random.nextInt(3) == 0) {
        traits.add(new Trait("did", "attend"));
        odds += 0.8;
      }
      // Who reads one thing reads others: traits that repeat one another.
      if (random.nextInt(2) == 0) {
        traits.add(new Trait("did", "read"));
        odds += 0.5;
        for (var topic : List.of("lead-scoring", "tag-system", "sales-handoff")) {
          if (random.nextInt(3) > 0) {
            traits.add(new Trait("topic", topic));
          }
        }
      }
      boolean isWon = random.nextDouble() < 1 / (1 + Math.exp(-odds));
      cases.add(new Case("L" + i, isWon ? Outcome.WON : Outcome.LOST, traits, traits));
    }
    return cases;
  }

  /** The same leads; some of those that were not won nobody has decided about yet. */
  static List<Case> unlabelled(List<Case> decided) {
    return decided.stream()
        .map(c ->
            c.outcome() == Outcome.LOST && Held.part(c.lead() + "?") > 0
                ? new Case(c.lead(), Outcome.OPEN, c.traits(), c.deeds())
                : c)
        .toList();
  }

  /** The same leads, whose outcomes say nothing about them any more. */
  static List<Case> shuffled(long seed, List<Case> cases) {
    var outcomes = new ArrayList<>(cases.stream().map(Case::outcome).toList());
    Collections.shuffle(outcomes, new Random(seed));
    var out = new ArrayList<Case>();
    for (int i = 0; i < cases.size(); i++) {
      var one = cases.get(i);
      out.add(new Case(one.lead(), outcomes.get(i), one.traits(), one.deeds()));
    }
    return out;
  }
}
