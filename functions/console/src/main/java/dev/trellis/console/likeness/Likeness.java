package dev.trellis.console.likeness;

import module java.base;

import dev.trellis.console.report.LeadHistory;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scoring.LikenessRule;

/**
 * What can be learnt from the leads that were won and lost, computed anew whenever somebody looks.
 *
 * @param rule how many won and lost a prediction needs; empty if the playbook wants none
 * @param prediction empty if it is off, or if there are too few
 * @param chances of the open leads, the best first; empty without a prediction
 * @param patterns what won leads did before they were won, against all leads (R34)
 */
public record Likeness(
    long won,
    long lost,
    long open,
    Lookalikes lookalikes,
    Optional<LikenessRule> rule,
    Optional<Prediction> prediction,
    List<Prediction.Chance> chances,
    List<Reason> patterns) {

  private static final int LEAST_WON = 3;

  /** Learns from all leads, as of now. */
  public static Likeness of(Stream<LeadHistory> histories, Playbook playbook, Instant now) {
    return of(
        histories.map(history -> Case.of(history, playbook, now)).toList(),
        playbook.scoring().likeness());
  }

  /** Learns from leads as they were seen. */
  public static Likeness of(List<Case> cases, Optional<LikenessRule> rule) {
    var prediction = Prediction.of(cases, rule);
    return new Likeness(
        count(cases, Outcome.WON),
        count(cases, Outcome.LOST),
        count(cases, Outcome.OPEN),
        Lookalikes.of(cases),
        rule,
        prediction,
        prediction.map(p -> p.chances(cases)).orElse(List.of()),
        patterns(cases));
  }

  // The more often it was done before a deal, against how often it is done at all.
  private static List<Reason> patterns(List<Case> cases) {
    var won = cases.stream().filter(c -> c.outcome() == Outcome.WON).toList();
    return won.isEmpty()
        ? List.of()
        : Weights.learn(won, cases, Case::deeds).reasons().stream()
            .filter(r -> r.ours() >= LEAST_WON && r.lift() > 1)
            .sorted(
                Comparator.comparingDouble((Reason r) -> -r.lift()).thenComparing(Reason::trait))
            .toList();
  }

  private static long count(List<Case> cases, Outcome outcome) {
    return cases.stream().filter(c -> c.outcome() == outcome).count();
  }
}
