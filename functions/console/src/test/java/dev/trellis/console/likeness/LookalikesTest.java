package dev.trellis.console.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R32")
class LookalikesTest {

  private static final List<Case> LEADS =
      GeneratedDeals.unlabelled(GeneratedDeals.decided(32, 1500));

  @Test
  void leadsHeldBackAreRankedBetterThanByChanceAndNotWithoutMistakes() {
    double area = Lookalikes.of(LEADS).area().orElseThrow();
    System.out.printf("lookalikes: area under the curve %.3f%n", area);
    assertThat(area).isBetween(0.65, 0.85);
  }

  @Test
  void outcomesThatSayNothingAreNotLearnt() {
    double area = 0;
    for (int seed = 0; seed < 5; seed++) {
      area += Lookalikes.of(GeneratedDeals.shuffled(seed, LEADS)).area().orElseThrow() / 5;
    }
    System.out.printf("lookalikes: area under the curve, outcomes shuffled %.3f%n", area);
    assertThat(area).isCloseTo(0.5, within(0.03));
  }

  @Test
  void onlyOpenLeadsAreRankedTheMostAlikeFirstAndWithReasons() {
    var ranked = Lookalikes.of(LEADS).ranked();
    var open =
        LEADS.stream()
            .filter(c -> c.outcome() == Outcome.OPEN)
            .map(Case::lead)
            .collect(Collectors.toSet());

    assertThat(ranked.stream().map(Lookalikes.Like::lead).collect(Collectors.toSet()))
        .isEqualTo(open);
    assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
    var first = ranked.getFirst();
    assertThat(first.reasons()).anyMatch(r -> r.trait().value().equals("manufacturing"));
    assertThat(ranked.getLast().reasons()).anyMatch(r -> r.weight() < 0);
  }

  @Test
  void theReasonsSumToTheLikenessOfTheTraits() {
    var won = LEADS.stream().filter(c -> c.outcome() == Outcome.WON).toList();
    var others = LEADS.stream().filter(c -> c.outcome() != Outcome.WON).toList();
    var weights = Weights.learn(won, others);
    for (var one : LEADS.subList(0, 50)) {
      double sum = weights.reasons(one.traits()).stream().mapToDouble(Reason::weight).sum();
      assertThat(weights.score(one.traits()))
          .isCloseTo(weights.score(new TreeSet<>()) + sum, within(1e-9));
    }
  }

  @Test
  void theOrderOfLeadsChangesNothing() {
    assertThat(Lookalikes.of(LEADS.reversed())).isEqualTo(Lookalikes.of(LEADS));
  }

  @Test
  void anAnecdoteIsNoReason() {
    var rare = new TreeSet<>(Set.of(new Trait("role", "astronaut")));
    var won = List.of(new Case("a", Outcome.WON, rare, rare));
    var others = List.of(new Case("b", Outcome.OPEN, new TreeSet<>(), new TreeSet<>()));
    assertThat(Weights.learn(won, others).reasons()).isEmpty();
  }

  @Test
  void withoutAnyDealNobodyIsRanked() {
    var open = LEADS.stream().filter(c -> c.outcome() != Outcome.WON).toList();
    assertThat(Lookalikes.of(open)).isEqualTo(Lookalikes.NONE);
    assertThat(Lookalikes.of(List.of())).isEqualTo(Lookalikes.NONE);
  }
}
