package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.lifecycle.Position.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelocationTest {

  private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");
  private static final Period COOL_DOWN = Period.ofDays(7);

  private Optional<Position> stands = Optional.empty();

  @Test
  @Tag("R53")
  void theStageNowAndTheStagesEverReachedAreTwoThings() {
    goes("mil", "mil/high", "a", 0);
    goes("mql", "mql", "b", 1);
    goes("mil", "mil/mid", "c", 2);

    assertThat(stands.orElseThrow().placement().stage()).isEqualTo("mil");
    assertThat(stands.orElseThrow().reached())
        .containsOnly(Map.entry("mil", T0), Map.entry("mql", T0.plus(Duration.ofDays(1))));
  }

  @Test
  @Tag("R68")
  void aMoveIsToldOnceAndStayingIsNoMove() {
    assertThat(goes("mil", "mil/high", "a", 0).move()).isPresent();
    assertThat(goes("mil", "mil/high", "a", 1).move()).isEmpty();
    var move = goes("mil", "mil/mid", "a", 2).move().orElseThrow();
    assertThat(move.from()).isEqualTo("mil/high");
    assertThat(move.pool()).isEqualTo("mil/mid");
  }

  @Test
  @Tag("R101")
  void aLeadThatCameBackRestsForTheCoolDown() {
    goes("mil", "mil/high", "a", 0);
    goes("mil", "mil/mid", "a", 1);
    goes("mil", "mil/high", "a", 2);

    var rests = goes("mil", "mil/mid", "a", 3);
    assertThat(rests.move()).isEmpty();
    assertThat(rests.position().placement().pool()).isEqualTo("mil/high");
    assertThat(rests.position().placement().reviewAt()).isEqualTo(T0.plus(Duration.ofDays(9)));
    assertThat(rests.position().placement().because()).anyMatch(Reason.Rests.class::isInstance);
    assertThat(goes("mil", "mil/mid", "a", 9).move()).isPresent();
  }

  @Test
  @Tag("R68")
  void whatSomebodyDeclaresMovesALeadAtOnce() {
    goes("mil", "mil/high", "a", 0);
    goes("mil", "mil/mid", "a", 1);
    goes("mil", "mil/high", "a", 2);

    assertThat(goes("mil", "mil/mid", "declared anew", 3).move()).isPresent();
  }

  @Test
  @Tag("R101")
  void aChangeOfStageNeverWaits() {
    goes("mil", "mil/high", "a", 0);
    goes("mil", "mil/mid", "a", 1);
    goes("mil", "mil/high", "a", 2);

    assertThat(goes("mql", "mql", "a", 3).move()).isPresent();
  }

  @Test
  @Tag("R101")
  void nobodyGoesToAndFroMoreThanOncePerCoolDown() {
    var pools = List.of("mil/high", "mil/mid", "mil/low");
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      stands = Optional.empty();
      var returns = new ArrayList<Instant>();
      double day = 0;
      for (int i = 0; i < 60; i++) {
        day += random.nextDouble();
        var step = goes("mil", pools.get(random.nextInt(3)), "a", day);
        if (step.move().isPresent() && step.position().rest() != null) {
          returns.add(step.move().orElseThrow().at());
        }
      }
      for (int i = 1; i < returns.size(); i++) {
        assertThat(returns.get(i)).isAfterOrEqualTo(returns.get(i - 1).plus(COOL_DOWN));
      }
      assertThat(returns).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  @Tag("R53")
  void aStayGoesOnWhileTheLeadMovesBelowIt() {
    goes("mil", "mil/high", "a", 0);
    var moved = goes("mil", "mil/mid", "a", 1).position();

    assertThat(moved.entered()).containsOnly(Map.entry("mil", T0), Map.entry("mil/mid", day(1)));
    assertThat(moved.left()).containsOnly(Map.entry("mil/high", day(1)));
    assertThat(moved.rest()).isNull();
    assertThat(stands.orElseThrow().version()).isEqualTo(2);
  }

  @Test
  @Tag("R101")
  void aRestIsOverOnceItsTimeIs() {
    goes("mil", "mil/high", "a", 0);
    goes("mil", "mil/mid", "a", 1);

    assertThat(goes("mil", "mil/high", "a", 2).position().rest())
        .isEqualTo(new Position.Rest(day(9), "a"));
    assertThat(goes("mil", "mil/high", "a", 8.9).position().rest()).isNotNull();
    assertThat(goes("mil", "mil/high", "a", 9).position().rest()).isNull();
  }

  @Test
  @Tag("R101")
  void aRestIsReviewedWhenTimeAloneWouldChangeMore() {
    goes("mil", "mil/high", "a", 0);
    goes("mil", "mil/mid", "a", 1);
    goes("mil", "mil/high", "a", 2);

    var soon = goes(new Placement("mil", "mil/mid", List.of(), List.of(), day(4)), 3, Map.of());
    assertThat(soon.position().placement().reviewAt()).isEqualTo(day(4));
    var late = goes(new Placement("mil", "mil/mid", List.of(), List.of(), day(40)), 4, Map.of());
    assertThat(late.position().placement().reviewAt()).isEqualTo(day(9));
  }

  @Test
  @Tag("R15")
  void theStaysOfAbsorbedLeadsGoOnAndTheirPastIsKept() {
    goes("mil", "mil/mid", "a", 5);
    var older = past("mil/high", 2, Map.of("mql", day(3)), Map.of("mil/low", day(4)));
    var newer = past("mil/high", 3, Map.of("mql", day(4)), Map.of("mil/low", day(3)));
    var absorbed =
        Map.of(
            "L2", Optional.of(newer), "L3", Optional.of(older), "L4", Optional.<Position>empty());

    var merged =
        goes(new Placement("mil", "mil/high", List.of(), List.of(), null), 6, absorbed).position();

    assertThat(merged.entered())
        .containsOnly(Map.entry("mil", day(5)), Map.entry("mil/high", day(2)));
    assertThat(merged.reached()).containsOnly(Map.entry("mil", day(5)), Map.entry("mql", day(3)));
    assertThat(merged.left())
        .containsOnly(Map.entry("mil/low", day(4)), Map.entry("mil/mid", day(6)));
    assertThat(merged.inherited()).containsExactly("L2", "L3", "L4");
    assertThat(goes("mil", "mil/high", "a", 7).position().inherited()).hasSize(3);
  }

  private static Position past(
      String pool, double entered, Map<String, Instant> reached, Map<String, Instant> left) {
    return new Position(
        new Placement("mil", pool, List.of(), List.of(), null),
        new TreeMap<>(Map.of(pool, day(entered))),
        new TreeMap<>(reached),
        new TreeMap<>(left),
        null,
        new TreeSet<>(),
        null,
        null,
        new TreeMap<>(),
        false,
        1);
  }

  private static Instant day(double day) {
    return T0.plus(Duration.ofSeconds((long) (day * 24 * 3600)));
  }

  private Step goes(String stage, String pool, String facts, double day) {
    var because = List.<Reason>of(new Reason.Worded("rule"));
    return goes(new Placement(stage, pool, List.of(), because, null), facts, day, Map.of());
  }

  private Step goes(Placement placement, double day, Map<String, Optional<Position>> absorbed) {
    return goes(placement, "a", day, absorbed);
  }

  private Step goes(
      Placement placement, String facts, double day, Map<String, Optional<Position>> absorbed) {
    var step =
        new Relocation("L1", facts, COOL_DOWN, Days.UTC, day(day)).to(placement, stands, absorbed);
    stands = Optional.of(step.position().nextVersion());
    return step;
  }
}
