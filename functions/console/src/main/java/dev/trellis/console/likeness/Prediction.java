package dev.trellis.console.likeness;

import module java.base;

import dev.trellis.core.playbook.Scoring.LikenessRule;

/**
 * How likely an open lead is to be won rather than lost (R33), for companies with enough of both.
 * What it says of its own quality was measured on leads that it was not learnt from.
 */
public final class Prediction {

  private static final int DECILES = 10;

  private final Weights weights;
  private final Calibration calibration;
  private final List<Held> predicted = new ArrayList<>();
  private final List<Held> scored = new ArrayList<>();

  /**
   * A tenth of the leads held back, from the least to the most likely.
   *
   * @param predicted the mean probability
   * @param observed the share that was won
   */
  public record Decile(int leads, double predicted, double observed) {}

  /** A lead and the probability that it will be won. */
  public record Chance(String lead, double probability, List<Reason> reasons) {}

  /** Learns, if the playbook wants it and there are enough leads that were won and lost. */
  public static Optional<Prediction> of(List<Case> cases, Optional<LikenessRule> rule) {
    var decided = cases.stream().filter(c -> c.outcome() != Outcome.OPEN).toList();
    long won = of(decided, Outcome.WON).size();
    return rule.filter(r -> won >= r.won() && decided.size() - won >= r.lost())
        .filter(_ -> isInEveryPart(decided))
        .map(_ -> new Prediction(decided));
  }

  // One part is predicted, by weights from three others and a calibration on the fifth; each part
  // in turn. So no lead has a say in its own prediction.
  private Prediction(List<Case> decided) {
    for (int part = 0; part < Held.PARTS; part++) {
      int test = part;
      int tune = (part + 1) % Held.PARTS;
      var learnt =
          decided.stream()
              .filter(c -> Held.part(c.lead()) != test && Held.part(c.lead()) != tune)
              .toList();
      var some = Weights.learn(of(learnt, Outcome.WON), of(learnt, Outcome.LOST));
      var held = scored(some, decided, tune);
      scored.addAll(held);
      var honest = new Calibration(held);
      scored(some, decided, test)
          .forEach(
              h -> predicted.add(new Held(h.lead(), honest.probability(h.score()), h.isOurs())));
    }
    predicted.sort(Held.BY_SCORE);
    calibration = new Calibration(scored);
    weights = Weights.learn(of(decided, Outcome.WON), of(decided, Outcome.LOST));
  }

  private static boolean isInEveryPart(List<Case> decided) {
    return java.util.stream.IntStream.range(0, Held.PARTS)
        .allMatch(part ->
            List.of(Outcome.WON, Outcome.LOST).stream()
                .allMatch(outcome ->
                    decided.stream()
                        .anyMatch(c -> c.outcome() == outcome && Held.part(c.lead()) == part)));
  }

  private static List<Held> scored(Weights weights, List<Case> cases, int part) {
    return cases.stream()
        .filter(c -> Held.part(c.lead()) == part)
        .map(c -> new Held(c.lead(), weights.score(c.traits()), c.outcome() == Outcome.WON))
        .toList();
  }

  private static List<Case> of(List<Case> cases, Outcome outcome) {
    return cases.stream().filter(c -> c.outcome() == outcome).toList();
  }

  /** The probability that a lead with these traits will be won. */
  public double probability(SortedSet<Trait> traits) {
    return calibration.probability(weights.score(traits));
  }

  /** The open leads, the most likely first. */
  public List<Chance> chances(List<Case> cases) {
    return of(cases, Outcome.OPEN).stream()
        .map(c -> new Chance(c.lead(), probability(c.traits()), weights.reasons(c.traits())))
        .sorted(
            Comparator.comparingDouble((Chance c) -> -c.probability()).thenComparing(Chance::lead))
        .toList();
  }

  /** What decides most, in either direction. */
  public List<Reason> reasons() {
    return weights.reasons();
  }

  /** Predicted and observed, for each tenth of the leads held back. */
  public List<Decile> deciles() {
    var deciles = new ArrayList<Decile>();
    for (int i = 0; i < DECILES; i++) {
      var some =
          predicted.subList(i * predicted.size() / DECILES, (i + 1) * predicted.size() / DECILES);
      if (!some.isEmpty()) {
        deciles.add(
            new Decile(
                some.size(),
                some.stream().mapToDouble(Held::score).average().orElseThrow(),
                some.stream().mapToDouble(h -> h.isOurs() ? 1 : 0).average().orElseThrow()));
      }
    }
    return deciles;
  }

  /** The mean squared error of the probabilities; 0 is perfect. */
  public double brier() {
    return predicted.stream()
        .mapToDouble(h -> (h.isOurs() ? 1 : 0) - h.score())
        .map(error -> error * error)
        .average()
        .orElseThrow();
  }

  /** The same of whoever says the overall share of every lead. */
  public double brierOfGuessing() {
    double share = predicted.stream().filter(Held::isOurs).count() / (double) predicted.size();
    return share * (1 - share);
  }

  /** How well leads held back were ranked; 0.5 is chance. */
  public double area() {
    return Held.area(predicted);
  }
}
