package dev.trellis.core.port.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.sweep.Rollout.Phase;
import dev.trellis.core.port.sweep.Sweeps.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {

  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private static final Page FIRST = new Page(List.of("a", "b"), "more");
  private static final Page LAST = new Page(List.of("c"), null);

  private final Rollout begun = Rollout.begun("playbook", NOW, 4);

  @ParameterizedTest
  @CsvSource({
    "9, 0, 0, PLACING", // nobody would notice, and yet everybody is looked at
    "9, 5, 5, PLACING",
    "9, 6, 5, WAITING",
    "9, 5, 6, WAITING"
  })
  void whatIsCountedDecidesWhetherAPersonIsAsked(int leads, int changed, int mails, Phase phase) {
    var counted = begun.counted(LAST, forecast(leads, changed, mails), 5, NOW);

    assertThat(counted.phase()).isEqualTo(phase);
    assertThat(counted.leads()).isZero();
    assertThat(counted.next()).isEqualTo(Sweeps.START);
  }

  @Test
  void whereNobodyIsNobodyIsPlaced() {
    var nobody = new Page(List.of(), null);
    assertThat(begun.counted(nobody, Forecast.NONE, 5, NOW).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void countingAndPlacingGoOnPageByPage() {
    var half = begun.counted(FIRST, forecast(2, 0, 0), 5, NOW);
    assertThat(half.phase()).isEqualTo(Phase.COUNTING);
    assertThat(half.next()).isEqualTo("more");
    assertThat(half.leads()).isEqualTo(2);

    var placing = half.counted(LAST, forecast(3, 0, 0), 5, NOW).placed(FIRST, NOW);
    assertThat(placing.phase()).isEqualTo(Phase.PLACING);
    assertThat(placing.next()).isEqualTo("more");
    var done = placing.placed(LAST, NOW);
    assertThat(done.phase()).isEqualTo(Phase.DONE);
    assertThat(done.leads()).isEqualTo(3);
  }

  @Test
  void aYesLetsItGoOnWhereItWasStopped() {
    var placing =
        begun.counted(LAST, forecast(9, 6, 0), 5, NOW).approved("mei", NOW).placed(FIRST, NOW);
    assertThat(placing.yes()).isEqualTo(new Said("mei", NOW));

    var stopped = placing.stopped("lin", NOW);
    assertThat(stopped.phase()).isEqualTo(Phase.WAITING);
    assertThat(stopped.yes()).isNull();
    assertThat(stopped.approved("mei", NOW))
        .extracting(Rollout::phase, Rollout::next, Rollout::leads, Rollout::stop)
        .containsExactly(Phase.PLACING, "more", 2, null);
  }

  @Test
  void whatIsStoppedWhileItIsCountedWaitsThoughItDoesLittle() {
    var counted = begun.stopped("lin", NOW).counted(LAST, forecast(9, 0, 0), 5, NOW);

    assertThat(counted.phase()).isEqualTo(Phase.WAITING);
  }

  private static Forecast forecast(int leads, int changed, int mails) {
    var none = Forecast.NONE;
    return new Forecast(
        leads,
        changed,
        none.stages(),
        none.pools(),
        none.joins(),
        none.leaves(),
        none.journeys(),
        mails);
  }
}
