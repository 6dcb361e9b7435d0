package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.Timers;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryTimers;
import org.junit.jupiter.api.Test;

/** Signals that come again, and saves that fail: nothing is lost and nothing done twice. */
class RepeatedSignalTest extends Signals {

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
  void effectsFromBeforeTheSignalAreNotRepeated() {
    scene.submits();
    signal();
    scene.clock.forward(Duration.ofMinutes(3));
    scene.advanceJourneys().advance(scene.signal(LEAD), true);

    assertThat(scene.mails.sent()).hasSize(1);
  }

  @Test
  void effectsThatWereSavedButNeverSentAreSentByTheRedeliveryEvenOfADeadLetter() {
    scene.submits();
    var signal = scene.signal(LEAD);
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
    assertThatThrownBy(() -> cut.advance(signal, false)).hasMessage("the queue is away");
    assertThat(scene.mails.sent()).isEmpty();

    scene.clock.forward(Duration.ofDays(12));
    scene.advanceJourneys().advance(signal, true);

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
          public Page due(String owner, Instant from, Instant to) {
            return memory.due(owner, from, to);
          }

          @Override
          public void forget(String owner, List<Timer> told) {
            memory.forget(owner, told);
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
  void aSignalForALeadThatDoesNotExistYetIsAFailure() {
    assertThatThrownBy(() -> scene.advanceJourneys().advance(scene.signal("nobody"), false))
        .isInstanceOf(LeadNotFoundException.class);
  }
}
