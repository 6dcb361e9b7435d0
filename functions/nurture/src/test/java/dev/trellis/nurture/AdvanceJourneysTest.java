package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.JourneyEnded;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.Timers;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryTimers;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdvanceJourneysTest {

  private static final String NEED = SmallPlaybook.TOPIC;

  private final Scene scene = new Scene();

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
  void anMqlIsHandedOverOnce() {
    scene.submits(LEAD, ADDRESS, Map.of(), false);
    scene.enters(LEAD, "mql");
    signal();
    signal();

    assertThat(scene.handoffs.sent()).hasSize(1);
  }

  @Test
  void nothingIsWrittenOrSentWhenNothingChanged() {
    entersWith(Map.of());
    signal();
    var before = scene.tables.enrollments(LEAD);
    var sent = scene.events.sent().size();
    scene.clock.forward(Duration.ofHours(1));
    signal();

    assertThat(scene.tables.enrollments(LEAD)).isEqualTo(before);
    assertThat(scene.events.sent()).hasSize(sent);
  }

  @Test
  void aRepeatedSignalSendsTheSameEffectsAgainUnderTheSameIds() {
    scene.submits();
    signal();
    scene.advanceJourneys().advance(scene.signal(LEAD), true);

    assertThat(sendIds()).hasSize(2).containsOnly(sendIds().getFirst());
    assertThat(scene.events.sent())
        .extracting(LeadEvent::id)
        .hasSize(2)
        .containsOnly(scene.events.sent().getFirst().id());
    assertThat(scene.events.sent().getLast()).isEqualTo(scene.events.sent().getFirst());
  }

  @Test
  void aSignalThatWasHeldUpCountsAsRepeated() {
    scene.submits();
    signal();
    var old = scene.signal(LEAD);
    scene.clock.forward(Duration.ofMinutes(2));
    scene.advanceJourneys().advance(old, false);
    assertThat(scene.mails.sent()).hasSize(1);

    scene.clock.forward(Duration.ofMillis(1));
    scene.advanceJourneys().advance(old, false);
    assertThat(scene.mails.sent()).hasSize(2);
  }

  @Test
  void effectsOlderThanFourDaysAreNotRepeated() {
    scene.submits();
    signal();
    scene.clock.forward(Duration.ofDays(4));
    scene.advanceJourneys().advance(scene.signal(LEAD), true);

    assertThat(scene.mails.sent()).hasSize(1);
  }

  @Test
  void effectsThatWereSavedButNeverSentAreSentByTheRedelivery() {
    scene.submits();
    var cut =
        new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(
                _ -> {
                  throw new IllegalStateException("the queue is away");
                },
                scene.handoffs,
                scene.events),
            SmallPlaybook.PLAYBOOK,
            scene.clock);
    assertThatThrownBy(() -> cut.advance(scene.signal(LEAD), false))
        .hasMessage("the queue is away");
    assertThat(scene.mails.sent()).isEmpty();

    scene.advanceJourneys().advance(scene.signal(LEAD), true);

    assertThat(scene.mails.sent()).hasSize(1);
    assertThat(outcomes("summit-deck")).containsExactly("completed");
  }

  @Test
  void aSaveWhoseAnswerWasLostStillSendsItsEffects() {
    scene.submits();
    var store = new InMemoryEnrollmentStore(scene.tables);
    over(
            store,
            enrollment -> {
              store.save(LEAD, enrollment);
              return false;
            })
        .advance(scene.signal(LEAD), false);

    assertThat(sendIds()).containsOnly(sendIds().getFirst()).isNotEmpty();
  }

  @Test
  void othersWhoKeepWritingMakeTheSignalComeAgain() {
    scene.submits();

    var contended = over(new InMemoryEnrollmentStore(scene.tables), _ -> false);

    assertThatThrownBy(() -> contended.advance(scene.signal(LEAD), false))
        .isInstanceOf(ContentionException.class);
    assertThat(scene.mails.sent()).isEmpty();
  }

  @Test
  void theTimerIsSetBeforeTheEnrollmentIsSaved() {
    entersWith(Map.of());
    var order = new ArrayList<String>();
    var memory = new InMemoryTimers(scene.tables);
    var store = new InMemoryEnrollmentStore(scene.tables);
    var timers =
        new Timers() {
          @Override
          public void set(String owner, String lead, Instant dueAt) {
            order.add("timer");
            memory.set(owner, lead, dueAt);
          }

          @Override
          public List<Timer> due(String owner, Instant from, Instant to) {
            return memory.due(owner, from, to);
          }

          @Override
          public Instant cursor(String owner) {
            return memory.cursor(owner);
          }

          @Override
          public void moveCursor(String owner, Instant to) {
            memory.moveCursor(owner, to);
          }
        };
    var saving =
        saving(
            store,
            enrollment -> {
              order.add("save " + enrollment.journey());
              return store.save(LEAD, enrollment);
            });
    new AdvanceJourneys(
            saving,
            timers,
            new EffectQueues(scene.mails, scene.handoffs, scene.events),
            SmallPlaybook.PLAYBOOK,
            scene.clock)
        .advance(scene.signal(LEAD), false);

    assertThat(order).containsSubsequence("timer", "save high-value");
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
  void aSignalForALeadThatDoesNotExistYetIsAFailure() {
    assertThatThrownBy(() -> scene.advanceJourneys().advance(scene.signal("nobody"), false))
        .isInstanceOf(LeadNotFoundException.class);
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
        .containsExactly("journey summit-deck version 1, step 1");
  }

  private interface Save {
    boolean of(Enrollment enrollment);
  }

  private AdvanceJourneys over(EnrollmentStore store, Save save) {
    return new AdvanceJourneys(
        saving(store, save),
        scene.timers,
        new EffectQueues(scene.mails, scene.handoffs, scene.events),
        SmallPlaybook.PLAYBOOK,
        scene.clock);
  }

  private static EnrollmentStore saving(EnrollmentStore store, Save save) {
    return new EnrollmentStore() {
      @Override
      public Optional<Snapshot> load(String lead) {
        return store.load(lead);
      }

      @Override
      public boolean save(String lead, Enrollment enrollment) {
        return save.of(enrollment);
      }
    };
  }

  private void entersWith(Map<String, String> answers) {
    scene.submits(LEAD, ADDRESS, answers, true);
    scene.enters(LEAD, "mil/high");
  }

  private void strategySent() {
    entersWith(Map.of());
    signal();
    scene.clock.forward(Duration.ofDays(3));
    signal();
    assertThat(contents()).containsExactly("strategy");
  }

  private void reads(String content) {
    scene.happens(LEAD, new ContentRead(content, 1, 60, null));
  }

  private void signal() {
    scene.advanceJourneys().advance(scene.signal(LEAD), false);
  }

  private Optional<Instant> nextTimer() {
    return scene.tables.nextTimer(AdvanceJourneys.TIMERS, scene.clock.instant());
  }

  private List<Enrollment> journeys(String journey) {
    return scene.tables.enrollments(LEAD).stream()
        .filter(e -> e.journey().equals(journey))
        .toList();
  }

  private List<String> contents() {
    return scene.mails.sent().stream()
        .filter(m -> m.mail().equals("content"))
        .map(MailDue::content)
        .toList();
  }

  private List<String> sendIds() {
    return scene.mails.sent().stream().map(MailDue::sendId).toList();
  }

  private List<String> outcomes(String journey) {
    return scene.events.sent().stream()
        .map(e -> (JourneyEnded) e.happening())
        .filter(e -> e.journey().equals(journey))
        .map(JourneyEnded::outcome)
        .toList();
  }
}
