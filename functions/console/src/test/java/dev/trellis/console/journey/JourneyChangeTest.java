package dev.trellis.console.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.Samples;
import dev.trellis.console.journey.JourneyChange.Ending;
import dev.trellis.console.journey.JourneyChange.Traveller;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.text.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JourneyChangeTest {

  private static final Journey FIRST = journey(1, "1", "2");
  private static final Journey SECOND = journey(2, "1", "2", "3");
  private static final Journey THIRD = journey(3, "2", "3", "4");

  private static final Traveller AT_THE_START = at("L1", 2, "1");
  private static final Traveller FURTHER_ON = at("L2", 2, "3");
  private static final Traveller OF_THE_FIRST_VERSION = at("L3", 1, "1");

  private static final List<Traveller> ALL =
      List.of(AT_THE_START, FURTHER_ON, OF_THE_FIRST_VERSION);

  @Test
  void whoStandsAtAStepThatIsStillThereMovesAndTheOthersEnd() {
    var change =
        JourneyChange.of("nurture", Optional.of(SECOND), Optional.of(THIRD), Map.of(), ALL);
    assertThat(change.from()).isEqualTo(2);
    assertThat(change.to()).isEqualTo(3);
    assertThat(change.stay()).isEmpty();
    assertThat(change.move()).containsExactly(FURTHER_ON);
    assertThat(change.end())
        .containsExactly(
            new Ending(AT_THE_START, "step-gone"), new Ending(OF_THE_FIRST_VERSION, "step-gone"));
  }

  @Test
  void whoBeganWithAVersionThatIsKeptStaysOnIt() {
    var kept = Map.of("nurture@1", FIRST, "nurture@2", SECOND);
    var change = JourneyChange.of("nurture", Optional.of(SECOND), Optional.of(THIRD), kept, ALL);
    assertThat(change.stay()).containsExactlyElementsOf(ALL);
    assertThat(change.move()).isEmpty();
    assertThat(change.end()).isEmpty();
  }

  @Test
  void onlyThoseOfTheKeptVersionStay() {
    var change =
        JourneyChange.of(
            "nurture", Optional.of(SECOND), Optional.of(THIRD), Map.of("nurture@1", FIRST), ALL);
    assertThat(change.stay()).containsExactly(OF_THE_FIRST_VERSION);
    assertThat(change.move()).containsExactly(FURTHER_ON);
    assertThat(change.end()).containsExactly(new Ending(AT_THE_START, "step-gone"));
  }

  @Test
  @Tag("R91")
  void aStepAddedAboveThoseOnTheirWaySendsThemTwiceWhatTheyHad() {
    var afterA = at("L1", 1, "2");
    var today = journey(1, send("1", "a"), wait("2"), send("3", "b"));
    var above = journey(2, wait("1"), send("2", "a"), wait("3"), send("4", "b"));
    var below = journey(2, send("1", "a"), wait("2"), wait("3"), send("4", "b"));

    assertThat(
            JourneyChange.of(
                    "nurture", Optional.of(today), Optional.of(above), Map.of(), List.of(afterA))
                .twice())
        .containsExactly(afterA);
    assertThat(
            JourneyChange.of(
                    "nurture", Optional.of(today), Optional.of(below), Map.of(), List.of(afterA))
                .twice())
        .isEmpty();
  }

  @Test
  @Tag("R91")
  void aStepRemovedAboveThoseOnTheirWayLeavesOutWhatTheyWaitFor() {
    var beforeB = at("L1", 1, "3");
    var today = journey(1, send("1", "a"), wait("2"), wait("3"), send("4", "b"), wait("5"));
    var shorter = journey(2, wait("1"), send("2", "b"), wait("3"));
    var longer = journey(2, send("1", "a"), wait("2"), wait("3"), send("4", "b"), wait("5"));

    assertThat(
            JourneyChange.of(
                    "nurture", Optional.of(today), Optional.of(shorter), Map.of(), List.of(beforeB))
                .leftOut())
        .containsExactly(beforeB);
    assertThat(
            JourneyChange.of(
                    "nurture", Optional.of(today), Optional.of(longer), Map.of(), List.of(beforeB))
                .leftOut())
        .isEmpty();
  }

  @Test
  @Tag("R68")
  void whoIsNotInThePoolThatTheJourneyIsForFromNowOnEnds() {
    var elsewhere = until("mil/high", new Trigger.Enters("mil"));
    var above = until("mil", new Trigger.Enters("mil"));
    var otherStay = until("mil/mid", new Trigger.Enters("mil/mid"));
    var free = until(null, new Trigger.Enters("mil"));
    var here = List.of(AT_THE_START);

    for (var changed : List.of(elsewhere, otherStay)) {
      var change =
          JourneyChange.of("nurture", Optional.of(SECOND), Optional.of(changed), Map.of(), here);
      assertThat(change.end()).containsExactly(new Ending(AT_THE_START, "left"));
      assertThat(change.move()).isEmpty();
    }
    for (var changed : List.of(above, free)) {
      var change =
          JourneyChange.of("nurture", Optional.of(SECOND), Optional.of(changed), Map.of(), here);
      assertThat(change.end()).isEmpty();
      assertThat(change.move()).containsExactly(AT_THE_START);
    }
  }

  @Test
  void whoeverIsInAJourneyThatIsRemovedEndsUnlessTheirVersionIsKept() {
    var change =
        JourneyChange.of(
            "nurture", Optional.of(SECOND), Optional.empty(), Map.of("nurture@1", FIRST), ALL);
    assertThat(change.to()).isNull();
    assertThat(change.stay()).containsExactly(OF_THE_FIRST_VERSION);
    assertThat(change.end())
        .containsExactly(
            new Ending(AT_THE_START, "journey-gone"), new Ending(FURTHER_ON, "journey-gone"));
    assertThat(change.move()).isEmpty();
  }

  @Test
  void aNewJourneyMovesNobodyExceptThoseWhoAreLeftFromAFormerOneOfItsName() {
    var added = JourneyChange.of("nurture", Optional.empty(), Optional.of(THIRD), Map.of(), ALL);
    assertThat(added.from()).isNull();
    assertThat(added.to()).isEqualTo(3);
    assertThat(added.move()).containsExactly(FURTHER_ON);
    assertThat(added.twice()).isEmpty();
    assertThat(added.leftOut()).isEmpty();
  }

  @Test
  void aChangeHasToRaiseTheVersion() {
    assertThat(JourneyChange.isUnannounced(SECOND, THIRD)).isFalse();
    assertThat(JourneyChange.isUnannounced(SECOND, SECOND)).isFalse();
    assertThat(JourneyChange.isUnannounced(SECOND, journey(2, "1"))).isTrue();
    assertThat(JourneyChange.isUnannounced(SECOND, FIRST)).isTrue();
  }

  private static Block wait(String id) {
    return new Block.Wait(id, new Pause.For(Period.ofDays(1)), false);
  }

  private static Block send(String id, String mail) {
    return new Block.Send(id, mail, ContentQuery.named("content"), List.of());
  }

  private static Journey journey(int version, String... waits) {
    return journey(version, Stream.of(waits).map(JourneyChangeTest::wait).toArray(Block[]::new));
  }

  private static Journey journey(int version, Block... steps) {
    return journey(version, new Trigger.Enters("mil"), "mil", steps);
  }

  private static Journey until(String pool, Trigger trigger) {
    return journey(3, trigger, pool, wait("1"));
  }

  private static Journey journey(int version, Trigger trigger, String until, Block... steps) {
    var name = new Wording(new TreeMap<>(Map.of("en", "nurture")));
    return new Journey(
        "nurture", version, name, trigger, until, Journey.Again.VISIT, List.of(steps));
  }

  /** Somebody who is in the mid pool, and was in no other. */
  private static Traveller at(String lead, int version, String step) {
    var since = Samples.T0;
    var visit = "mil@" + since.toEpochMilli();
    var placement = new Placement("mil", "mil/mid", List.of(), List.of(), null);
    var entered = new TreeMap<>(Map.of("mil", since, "mil/mid", since));
    return new Traveller(
        lead,
        Enrollment.begun("nurture", version, visit, since, since, step),
        Optional.of(Position.of(placement, entered, 1)));
  }
}
