package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.LetterRuns;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.LetterRuns.Run;
import org.junit.jupiter.api.Test;

/** What the tick and desks may expect of any {@link LetterRuns}. */
abstract class LetterRunsContract {

  private final LetterRuns runs = ports().letters();
  private final String letter = "letter-" + Ids.random();

  abstract Ports ports();

  @Test
  void eachLetterIsRememberedForItselfAndAsItWasWritten() {
    assertThat(runs.find(letter)).isEmpty();
    var run =
        Run.begun(letter, "cause", Sample.NOON, 0)
            .counted(List.of(Run.GETS, Run.GETS, "no consent"), "page", Sample.NOON)
            .approved("mei", Sample.NOON)
            .stopped("lin", Sample.NOON);
    var other = Run.begun("letter-" + Ids.random(), "cause", Sample.NOON, 0);
    assertThat(runs.save(run)).isTrue();
    assertThat(runs.save(other)).isTrue();

    assertThat(runs.find(letter)).contains(run.nextVersion());
    assertThat(runs.all()).contains(run.nextVersion(), other.nextVersion());
  }

  @Test
  void whatBecameOfMailsIsCountedOfWhatWasSent() {
    runs.countIfSent(letter, Count.BOUNCED);
    assertThat(runs.counted(letter)).isEmpty();

    runs.count(letter, Count.SENT);
    runs.count(letter, Count.SENT);
    runs.countIfSent(letter, Count.BOUNCED);
    assertThat(runs.counted(letter))
        .containsExactly(Map.entry(Count.SENT, 2L), Map.entry(Count.BOUNCED, 1L));
    assertThat(runs.all()).extracting(Run::letter).doesNotContain(letter);
  }

  @Test
  void whoReadBeforeAnotherWroteWritesNothing() {
    var run = Run.begun(letter, "cause", Sample.NOON, 0);
    assertThat(runs.save(run)).isTrue();
    assertThat(runs.save(Run.begun(letter, "another", Sample.NOON, 0))).isFalse();

    var read = runs.find(letter).orElseThrow();
    assertThat(runs.save(read.approved("mei", Sample.NOON))).isTrue();
    assertThat(runs.save(read.stopped("lin", Sample.NOON))).isFalse();
    assertThat(runs.find(letter).orElseThrow().stop()).isNull();
  }
}
