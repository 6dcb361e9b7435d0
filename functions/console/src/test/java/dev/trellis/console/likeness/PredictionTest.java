package dev.trellis.console.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import module java.base;

import dev.trellis.core.playbook.Scoring.LikenessRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R33")
class PredictionTest {

  private static final Optional<LikenessRule> RULE = Optional.of(new LikenessRule(30, 30));
  private static final List<Case> LEADS = GeneratedDeals.decided(33, 2000);
  private static final Prediction PREDICTION = Prediction.of(LEADS, RULE).orElseThrow();

  private static List<Case> some(int won, int lost) {
    var cases = new ArrayList<Case>();
    LEADS.stream().filter(c -> c.outcome() == Outcome.WON).limit(won).forEach(cases::add);
    LEADS.stream().filter(c -> c.outcome() == Outcome.LOST).limit(lost).forEach(cases::add);
    return cases;
  }

  @Test
  void itIsOffBelowTheMinimumOfEitherAndIfThePlaybookWantsNone() {
    assertThat(Prediction.of(some(30, 30), RULE)).isPresent();
    assertThat(Prediction.of(some(29, 300), RULE)).isEmpty();
    assertThat(Prediction.of(some(300, 29), RULE)).isEmpty();
    assertThat(Prediction.of(LEADS, Optional.empty())).isEmpty();
  }

  @Test
  void whatItSaysOfLeadsHeldBackComesTrueInEveryTenth() {
    var deciles = PREDICTION.deciles();
    assertThat(deciles).hasSize(10);
    assertThat(deciles.stream().mapToInt(Prediction.Decile::leads).sum()).isEqualTo(2000);
    for (var decile : deciles) {
      assertThat(decile.predicted()).isCloseTo(decile.observed(), within(0.1));
    }
    assertThat(deciles.getLast().observed() - deciles.getFirst().observed()).isGreaterThan(0.3);
  }

  @Test
  void itIsBetterThanSayingTheSameOfEveryLead() {
    System.out.printf(
        "prediction: Brier score %.4f against %.4f of guessing, area %.3f%n",
        PREDICTION.brier(), PREDICTION.brierOfGuessing(), PREDICTION.area());
    assertThat(PREDICTION.brier()).isLessThan(PREDICTION.brierOfGuessing() - 0.01);
    assertThat(PREDICTION.area()).isBetween(0.65, 0.85);
  }

  @Test
  void outcomesThatSayNothingPredictNothing() {
    var blind = Prediction.of(GeneratedDeals.shuffled(1, LEADS), RULE).orElseThrow();
    assertThat(blind.area()).isCloseTo(0.5, within(0.04));
    assertThat(blind.brier()).isGreaterThan(blind.brierOfGuessing() - 0.005);
  }

  @Test
  void whatSpeaksForADealRaisesItsProbability() {
    var one = new TreeSet<>(List.of(new Trait("role", "procurement")));
    double before = PREDICTION.probability(one);
    one.add(new Trait("industry", "manufacturing"));
    one.add(new Trait("did", "attend"));
    assertThat(PREDICTION.probability(one)).isGreaterThan(before);
    assertThat(PREDICTION.reasons().getFirst().trait().kind()).isIn("industry", "role", "did");
  }

  @Test
  void nothingIsCertain() {
    var cases = new ArrayList<Case>();
    for (int i = 0; i < 400; i++) {
      var traits = new TreeSet<>(List.of(new Trait("did", i % 2 == 0 ? "read" : "scan")));
      cases.add(new Case("L" + i, i % 2 == 0 ? Outcome.WON : Outcome.LOST, traits, traits));
    }
    var sure = Prediction.of(cases, RULE).orElseThrow();
    for (var one : cases) {
      assertThat(sure.probability(one.traits())).isBetween(0.001, 0.999);
    }
  }
}
