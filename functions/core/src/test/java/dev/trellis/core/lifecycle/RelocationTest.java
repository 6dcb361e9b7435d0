package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.lifecycle.Position.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

  private Step goes(String stage, String pool, String facts, double day) {
    var now = T0.plus(Duration.ofSeconds((long) (day * 24 * 3600)));
    var placement = new Placement(stage, pool, List.of(), List.of(new Reason.Worded("rule")), null);
    var step = new Relocation("L1", 1, facts, COOL_DOWN, now).to(placement, stands, Map.of());
    stands = Optional.of(step.position().nextVersion());
    return step;
  }
}
