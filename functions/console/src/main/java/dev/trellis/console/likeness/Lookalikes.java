package dev.trellis.console.likeness;

import module java.base;

/**
 * Open leads in the order of their likeness to those that were won, against all others (R32).
 *
 * @param area how well leads that were not learnt from were ranked, 0.5 being chance; empty with
 *     too few leads to hold some back
 * @param ranked the most alike first
 */
public record Lookalikes(OptionalDouble area, List<Like> ranked) {

  public static final Lookalikes NONE = new Lookalikes(OptionalDouble.empty(), List.of());

  /**
   * @param likeness log odds
   */
  public record Like(String lead, double likeness, List<Reason> reasons) {}

  /** Learns from all, and ranks those that are open. */
  public static Lookalikes of(List<Case> cases) {
    var won = cases.stream().filter(Lookalikes::isWon).toList();
    var others = cases.stream().filter(c -> !isWon(c)).toList();
    if (won.isEmpty() || others.isEmpty()) {
      return NONE;
    }
    var weights = Weights.learn(won, others);
    var ranked =
        others.stream()
            .filter(c -> c.outcome() == Outcome.OPEN)
            .map(c -> new Like(c.lead(), weights.score(c.traits()), weights.reasons(c.traits())))
            .sorted(Comparator.comparingDouble((Like l) -> -l.likeness()).thenComparing(Like::lead))
            .toList();
    return new Lookalikes(area(cases), ranked);
  }

  private static OptionalDouble area(List<Case> cases) {
    var held = new ArrayList<Held>();
    for (int part = 0; part < Held.PARTS; part++) {
      int out = part;
      var learnt = cases.stream().filter(c -> Held.part(c.lead()) != out).toList();
      var won = learnt.stream().filter(Lookalikes::isWon).toList();
      var others = learnt.stream().filter(c -> !isWon(c)).toList();
      if (won.isEmpty() || others.isEmpty()) {
        return OptionalDouble.empty();
      }
      var weights = Weights.learn(won, others);
      cases.stream()
          .filter(c -> Held.part(c.lead()) == out)
          .forEach(c -> held.add(new Held(c.lead(), weights.score(c.traits()), isWon(c))));
    }
    return OptionalDouble.of(Held.area(held));
  }

  private static boolean isWon(Case one) {
    return one.outcome() == Outcome.WON;
  }
}
