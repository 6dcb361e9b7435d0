package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.JourneyPauses;
import dev.trellis.core.port.JourneyPauses.By;
import dev.trellis.core.port.JourneyPauses.Paused;
import org.junit.jupiter.api.Test;

/** What desks and journeys may expect of any {@link JourneyPauses}. */
abstract class JourneyPausesContract {

  private static final By MEI = new By("mei", Sample.NOON);

  private final JourneyPauses pauses = ports().pauses();
  private final String journey = "journey-" + Ids.random();
  private final String other = "journey-" + Ids.random();

  abstract Ports ports();

  @Test
  void eachJourneyIsPausedAndResumedForItself() {
    pauses.pause(journey, MEI);
    pauses.pause(other, MEI);
    pauses.pause(journey, new By("lin", Sample.NOON));
    assertThat(pauses.paused().journeys()).containsEntry(journey, MEI).containsEntry(other, MEI);

    pauses.resume(journey);
    pauses.resume(journey);
    assertThat(pauses.paused().journeys()).doesNotContainKey(journey).containsEntry(other, MEI);
  }

  @Test
  void whoReadBeforeAnotherWroteWritesNothing() {
    pauses.pause(journey, MEI);
    var read = pauses.paused();
    pauses.pause(other, MEI);

    assertThat(pauses.save(new Paused(new TreeMap<>(), read.version()))).isFalse();
    assertThat(pauses.paused().journeys()).containsKeys(journey, other);
  }
}
