package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Reason.ByStage;
import dev.trellis.core.port.PlacementStore;
import org.junit.jupiter.api.Test;

/** What pools may expect of any {@link PlacementStore}. */
abstract class PlacementStoreContract {

  private final Ports ports = ports();
  private final PlacementStore store = ports.placements();

  abstract Ports ports();

  @Test
  void knowsNoLeadThatWasNeverWritten() {
    assertThat(store.load(Sample.lead())).isEmpty();
  }

  @Test
  void loadsALeadThatHasNoPositionYet() {
    var lead = Sample.stored(ports.leads());
    var snapshot = store.load(lead.lead()).orElseThrow();
    assertThat(snapshot.lead()).isEqualTo(lead);
    assertThat(snapshot.position()).isEmpty();
  }

  @Test
  void readsAPositionAsItWasWrittenWithTheNextVersion() {
    var lead = Sample.stored(ports.leads()).lead();
    var position = Sample.position("mil/high", 0);
    assertThat(store.save(lead, position, Optional.of(move()))).isTrue();
    assertThat(store.load(lead).orElseThrow().position()).contains(position.nextVersion());

    var next = Sample.position("mil/mid", 1);
    assertThat(store.save(lead, next, Optional.empty())).isTrue();
    assertThat(store.load(lead).orElseThrow().position()).contains(next.nextVersion());
  }

  @Test
  void givesWhatWasExpectedOnceAndThenWhatStandsThere() {
    var lead = Sample.stored(ports.leads()).lead();
    store.expect(List.of(lead, Sample.lead()));
    assertThat(store.load(lead).orElseThrow().position()).isEmpty();
    var position = Sample.position("mil/high", 0);
    store.save(lead, position, Optional.empty());
    assertThat(store.load(lead).orElseThrow().position()).contains(position.nextVersion());

    store.expect(List.of(lead));
    store.expect(List.of());
    store.save(lead, Sample.position("mil/mid", 1), Optional.empty());
    assertThat(store.load(lead).orElseThrow().position().orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void writesNothingOnAVersionThatIsGone() {
    var lead = Sample.stored(ports.leads()).lead();
    store.save(lead, Sample.position("mil/high", 0), Optional.empty());
    var before = store.load(lead);
    for (var move : List.of(Optional.of(move()), Optional.<Move>empty())) {
      assertThat(store.save(lead, Sample.position("mil/low", 0), move)).isFalse();
      assertThat(store.save(lead, Sample.position("mil/low", 2), move)).isFalse();
    }
    assertThat(store.load(lead)).isEqualTo(before);
  }

  @Test
  void takesAWriteThatStandsThereAlreadyForDone() {
    var lead = Sample.stored(ports.leads()).lead();
    var move = Optional.of(move());
    var position = Sample.position("mil/high", 0);
    assertThat(store.save(lead, position, move)).isTrue();
    assertThat(store.save(lead, position, move)).isTrue();
    assertThat(store.save(lead, position, Optional.empty())).isTrue();
    assertThat(store.load(lead).orElseThrow().position()).contains(position.nextVersion());
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    var lead = Sample.stored(ports.leads()).lead();
    var won = new AtomicInteger();
    Together.run(
        8,
        index -> {
          if (store.save(lead, Sample.position("mil/" + index, 0), Optional.of(move()))) {
            won.incrementAndGet();
          }
        });
    assertThat(won).hasValue(1);
  }

  @Test
  void tellsThatALeadWasMerged() {
    var survivor = Sample.stored(ports.leads());
    var loser = Sample.stored(ports.leads());
    Sample.merge(ports.leads(), survivor, Sample.scan(loser.profile().identities().first()), loser);
    assertThat(store.load(loser.lead()).orElseThrow().lead().mergedInto())
        .isEqualTo(survivor.lead());
  }

  private static Move move() {
    return new Move(
        Ids.random(),
        Sample.NOON,
        null,
        null,
        "mil",
        "mil/high",
        List.of(new ByStage("mil", Condition.always())));
  }
}
