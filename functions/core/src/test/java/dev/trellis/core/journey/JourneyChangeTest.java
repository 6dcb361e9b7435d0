package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.journey.Journey.Again;
import dev.trellis.core.journey.JourneyChange.Traveller;
import dev.trellis.core.playbook.Wording;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JourneyChangeTest {

  private static final Journey FIRST = journey(1, "1", "2");
  private static final Journey SECOND = journey(2, "1", "2", "3");
  private static final Journey THIRD = journey(3, "2", "3", "4");

  private static final Traveller AT_THE_START = new Traveller("L1", 2, "1");
  private static final Traveller FURTHER_ON = new Traveller("L2", 2, "3");
  private static final Traveller OF_THE_FIRST_VERSION = new Traveller("L3", 1, "1");

  private static final List<Traveller> ALL =
      List.of(AT_THE_START, FURTHER_ON, OF_THE_FIRST_VERSION);

  @Test
  void whoStandsAtAStepThatIsStillThereMovesAndTheOthersEnd() {
    var change = JourneyChange.of(SECOND, THIRD, Map.of(), ALL);
    assertThat(change.from()).isEqualTo(2);
    assertThat(change.to()).isEqualTo(3);
    assertThat(change.stay()).isEmpty();
    assertThat(change.move()).containsExactly(FURTHER_ON);
    assertThat(change.end()).containsExactly(AT_THE_START, OF_THE_FIRST_VERSION);
  }

  @Test
  void whoBeganWithAVersionThatIsKeptStaysOnIt() {
    var kept = Map.of("nurture@1", FIRST, "nurture@2", SECOND);
    var change = JourneyChange.of(SECOND, THIRD, kept, ALL);
    assertThat(change.stay()).containsExactlyElementsOf(ALL);
    assertThat(change.move()).isEmpty();
    assertThat(change.end()).isEmpty();
  }

  @Test
  void onlyThoseOfTheKeptVersionStay() {
    var change = JourneyChange.of(SECOND, THIRD, Map.of("nurture@1", FIRST), ALL);
    assertThat(change.stay()).containsExactly(OF_THE_FIRST_VERSION);
    assertThat(change.move()).containsExactly(FURTHER_ON);
    assertThat(change.end()).containsExactly(AT_THE_START);
  }

  @Test
  void aChangeHasToRaiseTheVersion() {
    assertThat(JourneyChange.isUnannounced(SECOND, THIRD)).isFalse();
    assertThat(JourneyChange.isUnannounced(SECOND, SECOND)).isFalse();
    assertThat(JourneyChange.isUnannounced(SECOND, journey(2, "1"))).isTrue();
    assertThat(JourneyChange.isUnannounced(SECOND, FIRST)).isTrue();
  }

  private static Journey journey(int version, String... steps) {
    return new Journey(
        "nurture",
        version,
        new Wording(new TreeMap<>(Map.of("en", "Nurture"))),
        new Trigger.Enters("mil"),
        "mil",
        Again.VISIT,
        Stream.of(steps)
            .<Step>map(id -> new Step.Wait(id, new Pause.For(Period.ofDays(1))))
            .toList());
  }
}
