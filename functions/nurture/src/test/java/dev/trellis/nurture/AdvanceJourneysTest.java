package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Timers.Timer;
import dev.trellis.core.profile.Authority;
import dev.trellis.memory.InMemoryEnrollmentStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdvanceJourneysTest extends Signals {

  @Test
  @Tag("R17")
  void aPersonWhoWasForgottenIsInNoJourney() {
    scene.submits();
    scene.erase(Scene.LEAD);
    scene.advanceJourneys().advance(scene.signal(Scene.LEAD), true);

    assertThat(scene.mails.sent()).isEmpty();
    assertThat(scene.tables.enrollments(Scene.LEAD)).isEmpty();
  }

  @Test
  @Tag("R91")
  void whoStandsInAJourneyThatThePlaybookHasNoMoreIsLetGo() {
    scene.submits();
    var store = new InMemoryEnrollmentStore(scene.tables);
    var at = scene.clock.instant();
    store.save(LEAD, Enrollment.begun("spring-campaign", 1, "v", at, at, "1"));

    signal();
    signal();

    assertThat(scene.tables.enrollments(LEAD))
        .extracting(Enrollment::journey, Enrollment::outcome)
        .containsExactlyInAnyOrder(
            tuple("spring-campaign", "journey-gone"), tuple("summit-deck", "completed"));
  }

  @Test
  @Tag("R100")
  void aJourneyThatAStepBeginsGoesOnAtOnceAndNothingIsAskedForTwice() {
    var journeys =
        Map.of(
            "first",
                SmallPlaybook.journey(
                    "first",
                    new Trigger.Enters("mil/high"),
                    null,
                    SmallPlaybook.send("1", "content", ContentQuery.named("strategy")),
                    new Block.Enroll("2", "second")),
            "second",
                SmallPlaybook.journey(
                    "second",
                    new Trigger.Enrolled(),
                    null,
                    SmallPlaybook.send("1", "content", ContentQuery.named("solution"))));
    scene.submits();
    scene.enters(LEAD, "mil/high");
    new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(scene.mails, scene.handoffs, scene.events),
            SmallPlaybook.of(Rhythm.FREE, journeys),
            scene.clock)
        .advance(scene.signal(LEAD), false);

    assertThat(scene.mails.sent()).extracting(MailDue::journey).containsExactly("first", "second");
  }

  @Test
  void journeysThatBeginEachOtherForEverAreGivenUp() {
    var again = new Block.Enroll("1", "round");
    var journeys =
        Map.of(
            "first", SmallPlaybook.journey("first", new Trigger.Enters("mil/high"), null, again),
            "round", SmallPlaybook.journey("round", new Trigger.Enrolled(), null, again));
    scene.submits();
    scene.enters(LEAD, "mil/high");
    var advance =
        new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(scene.mails, scene.handoffs, scene.events),
            SmallPlaybook.of(Rhythm.FREE, journeys),
            scene.clock);

    assertThatThrownBy(() -> advance.advance(scene.signal(LEAD), false))
        .hasMessageContaining("go round in a circle");
  }

  @Test
  @Tag("R6")
  void aSubmissionAsksForItsMailOnce() {
    scene.submits();

    signal();
    signal();

    assertThat(scene.mails.sent())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.lead()).isEqualTo(LEAD);
          assertThat(mail.mail()).isEqualTo("deck-delivery");
          assertThat(mail.content()).isEqualTo("summit-deck");
        });
    assertThat(outcomes("summit-deck")).containsExactly("completed");
  }

  @Test
  @Tag("R6")
  void aSecondSubmissionIsAnsweredAsWell() {
    scene.submits();
    signal();
    scene.clock.forward(Duration.ofHours(1));
    scene.submits();
    signal();

    assertThat(sendIds()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  @Tag("R93")
  void nothingIsSentBeforeTheThirdDayAndTheSolutionOnItToWhoeverHasTheNeed() {
    entersWith(Map.of("need", NEED));
    signal();
    assertThat(nextTimer()).contains(START.plus(Period.ofDays(3)));

    scene.clock.forward(Duration.ofDays(3).minusMillis(1));
    signal();
    assertThat(contents()).isEmpty();

    scene.clock.forward(Duration.ofMillis(1));
    signal();
    assertThat(contents()).containsExactly("solution");
  }

  /** The clock of the tick that told of it, once and for all, was ahead of ours. */
  @Test
  void aSignalThatComesAMomentTooEarlyIsAskedForAgain() {
    entersWith(Map.of("need", NEED));
    signal();
    var third = START.plus(Period.ofDays(3));
    scene.timers.forget(AdvanceJourneys.TIMERS, List.of(new Timer(LEAD, third)));
    scene.clock.forward(Duration.ofDays(3).minusMillis(1));

    signal();

    assertThat(contents()).isEmpty();
    assertThat(nextTimer()).contains(third.minusMillis(1).plusSeconds(60));
  }

  @Test
  @Tag("R93")
  void whoeverShowsNoNeedGetsTheStrategyOnTheThirdDay() {
    entersWith(Map.of());
    signal();
    scene.clock.forward(Duration.ofDays(3));
    signal();

    assertThat(contents()).containsExactly("strategy");
    assertThat(nextTimer()).contains(START.plus(Period.ofDays(6)));
  }

  @Test
  @Tag("R94")
  void aReadWithinThreeDaysBringsTheSolution() {
    strategySent();
    scene.clock.forward(Duration.ofDays(3).minusMinutes(1));
    reads("strategy");
    signal();

    assertThat(contents()).containsExactly("strategy", "solution");
  }

  @Test
  @Tag("R94")
  void aReadAfterThreeDaysBringsNothing() {
    strategySent();
    scene.clock.forward(Duration.ofDays(3));
    signal();
    scene.clock.forward(Duration.ofHours(1));
    reads("strategy");
    signal();

    assertThat(contents()).containsExactly("strategy");
  }

  @Test
  @Tag("R94")
  void aReadOnTheBoundaryNoLongerCountsHoweverLateItIsLookedAt() {
    strategySent();
    scene.clock.forward(Duration.ofDays(3));
    reads("strategy");
    signal();

    assertThat(contents()).containsExactly("strategy");
  }

  @Test
  @Tag("R91")
  void aStayInThePoolStartsTheJourneyOnce() {
    entersWith(Map.of());
    signal();
    signal();
    scene.clock.forward(Duration.ofDays(1));
    signal();

    assertThat(journeys("high-value")).hasSize(1);
  }

  @Test
  @Tag("R91")
  void leavingThePoolEndsTheJourneyAndComingBackStartsAnother() {
    entersWith(Map.of());
    signal();
    scene.clock.forward(Duration.ofDays(1));
    scene.enters(LEAD, "mil/mid");
    signal();

    assertThat(outcomes("high-value")).containsExactly("left");

    scene.clock.forward(Duration.ofDays(1));
    scene.enters(LEAD, "mil/high");
    signal();
    assertThat(journeys("high-value")).hasSize(2).filteredOn(Enrollment::active).hasSize(1);
  }

  @Test
  @Tag("R91")
  void comingBackBeforeTheLeavingWasSeenIsAnotherStayAllTheSame() {
    entersWith(Map.of());
    signal();
    scene.clock.forward(Duration.ofDays(1));
    scene.enters(LEAD, "mil/mid");
    scene.clock.forward(Duration.ofMinutes(1));
    scene.enters(LEAD, "mil/high");
    signal();

    assertThat(outcomes("high-value")).containsExactly("left");
    assertThat(journeys("high-value")).hasSize(2).filteredOn(Enrollment::active).hasSize(1);
  }

  @Test
  @Tag("R51")
  void whoeverARuleExcludesIsInNoJourneyOfAPoolAndGetsWhatTheyAskedFor() {
    scene.submits(LEAD, ADDRESS, Map.of("identity", "competitor"), true);
    scene.enters(LEAD, "mil/high");
    signal();

    assertThat(scene.tables.enrollments(LEAD))
        .extracting(Enrollment::journey)
        .containsExactly("summit-deck");
    var deck = scene.mails.sent().getFirst();
    assertThat(scene.dispatchMail().dispatch(deck, false).state()).isEqualTo(State.SENT);
    var idea =
        new MailDue(
            "idea",
            LEAD,
            "high-value",
            "1",
            "content",
            "strategy",
            Why.parse("why"),
            null,
            scene.clock.instant());
    assertThat(scene.dispatchMail().dispatch(idea, false).reason()).isEqualTo(Walk.EXCLUDED);
  }

  @Test
  void anMqlIsHandedOverOnce() {
    scene.submits(LEAD, ADDRESS, Map.of(), false);
    scene.enters(LEAD, "mql");
    signal();
    signal();

    assertThat(scene.handoffs.sent()).hasSize(1);
  }

  @Test
  void mergingEndsTheJourneysOfTheOneAndStartsNoVisitTwice() {
    scene.submits("L0002", "mei@example.com", Map.of(), true);
    scene.enters("L0002", "mil/high");
    scene.advanceJourneys().advance(scene.signal("L0002"), false);
    scene.submits(LEAD, ADDRESS, Map.of(), false);
    signal();
    scene.clock.forward(Duration.ofMinutes(1));
    scene.merge("L0002", LEAD);
    var before = scene.mails.sent().size();

    scene.advanceJourneys().advance(scene.signal("L0002"), false);
    signal();

    assertThat(scene.tables.enrollments("L0002"))
        .noneMatch(Enrollment::active)
        .extracting(Enrollment::outcome)
        .contains("merged");
    assertThat(scene.mails.sent()).hasSize(before);
  }

  @Test
  void journeysGoOnWithoutConsentSinceTheGateIsAtDispatch() {
    scene.submits(LEAD, ADDRESS, Map.of(), false);
    signal();

    assertThat(scene.mails.sent()).hasSize(1);
  }

  @Test
  @Tag("R90")
  void eachMailSaysWhyItIsSent() {
    scene.submits();
    signal();

    assertThat(scene.mails.sent())
        .extracting(MailDue::why)
        .containsExactly(
            new Why(
                1,
                null,
                new Why.Choice(Why.By.NAME, null, null, false, null, null),
                Channel.MAIL,
                Kind.DELIVERY,
                Authority.FORM,
                null));
  }
}
