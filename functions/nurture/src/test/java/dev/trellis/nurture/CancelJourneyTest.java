package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryFlows;
import dev.trellis.nurture.CancelJourney.Cancelled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is taken out of a journey gets nothing more of it. */
@Tag("R90")
class CancelJourneyTest extends Signals {

  private final CancelJourney cancel =
      new CancelJourney(
          new InMemoryEnrollmentStore(scene.tables),
          scene.ledger,
          new InMemoryFlows(scene.tables),
          scene.clock);

  @Test
  void whatLiesInTheQueueIsNotSentAndNothingMoreIsAskedFor() {
    strategySent();
    var due = scene.mails.sent().getLast();
    int asked = scene.mails.sent().size();
    assertThat(cancel.cancel(LEAD, "high-value", Instant.MAX)).isEqualTo(new Cancelled(true, 1));

    var entry = scene.dispatchMail().dispatch(due, false);
    assertThat(entry)
        .returns(State.SKIPPED, Entry::state)
        .returns("cancelled", Entry::reason)
        .returns(due.mail(), Entry::mail);
    assertThat(scene.mailer.asked()).isEmpty();
    reads("strategy");
    scene.clock.forward(Duration.ofDays(20));
    signal();
    assertThat(scene.mails.sent()).hasSize(asked);
    assertThat(journeys("high-value"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.outcome()).isEqualTo(Enrollment.CANCELLED);
          assertThat(e.effects()).as("its history").isNotEmpty();
        });
    assertThat(cancel.cancel(LEAD, "high-value", Instant.MAX)).isEqualTo(new Cancelled(false, 0));
  }

  @Test
  void whatWasSentStaysSentAndOtherJourneysGoOn() {
    strategySent();
    var sent = scene.dispatchMail().dispatch(scene.mails.sent().getLast(), false);
    assertThat(sent.state()).isEqualTo(State.SENT);

    assertThat(cancel.cancel(LEAD, "another", Instant.MAX)).isEqualTo(new Cancelled(false, 0));
    assertThat(journeys("high-value")).singleElement().matches(Enrollment::active);
    assertThat(cancel.cancel(LEAD, "high-value", Instant.MAX)).isEqualTo(new Cancelled(true, 0));
    assertThat(scene.ledger.find(LEAD, sent.sendId())).contains(sent);
    assertThat(journeys("summit-deck")).noneMatch(e -> Enrollment.CANCELLED.equals(e.outcome()));
  }

  @Test
  void whoBeganTheMendedOneStays() {
    var mended = scene.clock.instant();
    strategySent();
    assertThat(cancel.cancel(LEAD, "high-value", mended)).isEqualTo(new Cancelled(false, 0));
    assertThat(journeys("high-value")).singleElement().matches(Enrollment::active);
  }

  @Test
  void whoEntersThePoolAnewBeginsItAnew() {
    strategySent();
    cancel.cancel(LEAD, "high-value", Instant.MAX);
    scene.clock.forward(Duration.ofDays(1));
    scene.enters(LEAD, "mil/mid");
    scene.clock.forward(Duration.ofDays(1));
    scene.enters(LEAD, "mil/high");
    signal();
    assertThat(journeys("high-value")).hasSize(2).filteredOn(Enrollment::active).hasSize(1);
  }

  @Test
  @Tag("R91")
  void whoWasTakenOutStaysOutOfAJourneyThatBeginsAgainAndAgain() {
    var once = SmallPlaybook.PLAYBOOK.journeys().get("high-value");
    var again =
        new Journey(
            once.id(),
            once.version(),
            once.name(),
            once.trigger(),
            once.until(),
            Journey.Again.ALWAYS,
            once.steps());
    var playbook = SmallPlaybook.of(SmallPlaybook.PLAYBOOK.rhythm(), Map.of("high-value", again));
    var advance =
        new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(scene.mails, scene.handoffs, scene.events),
            playbook,
            scene.clock);
    entersWith(Map.of());
    advance.advance(scene.signal(LEAD), false);
    cancel.cancel(LEAD, "high-value", Instant.MAX);
    scene.clock.forward(Duration.ofDays(1));
    advance.advance(scene.signal(LEAD), false);
    assertThat(journeys("high-value")).singleElement().matches(e -> !e.active());
  }
}
