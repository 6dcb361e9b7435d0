package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Timers;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryQueue;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail is due at twenty to nine in the evening, and nobody sends mails until eleven. */
@Tag("R110")
class HeldUpTest {

  private static final Rhythm BY_DAY =
      new Rhythm(
          Rhythm.Workdays.ALL,
          LocalTime.of(21, 0),
          LocalTime.of(8, 0),
          List.of(new Rhythm.Cap(3, Duration.ofDays(7))));
  private static final Instant EVENING = Instant.parse("2026-03-02T12:40:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-03-02T15:00:00Z");
  private static final Instant EIGHT = Instant.parse("2026-03-03T00:00:00Z");

  private final Scene scene = new Scene();
  private final Playbook playbook = SmallPlaybook.of(BY_DAY, Map.of("one-mail", oneMail()));
  private final InMemoryQueue<JourneySignal> signals = new InMemoryQueue<>();

  @BeforeEach
  void dueInTheEvening() {
    scene.submits();
    scene.clock.jump(EVENING);
    scene.enters(LEAD, "mil/high");
    advance(scene.signal(LEAD));
    assertThat(scene.mails.sent()).hasSize(1);
    scene.clock.jump(ELEVEN);
  }

  @Test
  void itIsSentInTheMorningOnceHoweverOftenItIsTriedByNight() {
    while (scene.clock.instant().isBefore(EIGHT)) {
      assertThat(dispatch(scene.mails.sent().getFirst(), scene.timers)).isEmpty();
      minute();
      scene.clock.forward(Duration.ofMinutes(20));
    }
    assertThat(scene.mailer.asked()).isEmpty();
    assertThat(scene.mails.take()).as("only what the journey asked for").hasSize(1);

    minute();
    minute();

    var again = scene.mails.take();
    assertThat(again).isNotEmpty().containsOnly(scene.mails.sent().getFirst());
    again.forEach(due -> assertThat(dispatch(due, scene.timers)).contains(State.SENT));
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  void aDeadLetterThatIsTriedAgainByNightIsSentInTheMorning() {
    scene.clock.jump(ELEVEN.plus(Duration.ofDays(10)));
    dispatch(scene.mails.take().getFirst(), scene.timers);

    scene.clock.jump(EIGHT.plus(Duration.ofDays(10)));
    minute();
    assertThat(dispatch(scene.mails.take().getFirst(), scene.timers)).contains(State.SENT);
  }

  @Test
  void aMachineThatStopsBeforeOrAfterItSetTheTimerLosesNothing() {
    var due = scene.mails.take().getFirst();
    assertThatThrownBy(() -> dispatch(due, stoppingAfter(() -> {}))).hasMessage("stopped");
    assertThat(scene.tables.nextTimer(HeldUp.TIMERS, ELEVEN)).isEmpty();

    var set = stoppingAfter(() -> scene.timers.set(HeldUp.TIMERS, LEAD, EIGHT));
    assertThatThrownBy(() -> dispatch(due, set)).hasMessage("stopped");
    dispatch(due, scene.timers);
    assertThat(scene.tables.nextTimer(HeldUp.TIMERS, ELEVEN)).contains(EIGHT);
    assertThat(scene.tables.nextTimer(HeldUp.TIMERS, EIGHT)).isEmpty();

    scene.clock.jump(EIGHT);
    minute();
    assertThat(dispatch(scene.mails.take().getFirst(), scene.timers)).contains(State.SENT);
  }

  @Test
  void aMailThatSomebodyAskedForDoesNotWait() {
    assertThat(dispatch(scene.due(), scene.timers)).contains(State.SENT);
  }

  /** What the schedule does, and what the journeys make of it. */
  private void minute() {
    HeldUp.tick(scene.timers, signals, () -> {}, scene.clock).run();
    signals.take().forEach(this::advance);
  }

  private void advance(JourneySignal signal) {
    new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(scene.mails, scene.handoffs, scene.events),
            playbook,
            scene.clock)
        .advance(signal, false);
  }

  /** What the ledger says afterwards. */
  private Optional<State> dispatch(MailDue due, Timers timers) {
    var letters = Scene.letters();
    new DispatchMail(
            scene.ledger,
            playbook,
            letters,
            scene.keys,
            scene.sending(scene.mailer),
            scene.events,
            timers,
            scene.clock)
        .dispatch(due, true);
    return scene.ledger.find(LEAD, due.sendId()).map(Entry::state);
  }

  private static Timers stoppingAfter(Runnable last) {
    return (Timers)
        Proxy.newProxyInstance(
            Timers.class.getClassLoader(),
            new Class<?>[] {Timers.class},
            (_, _, _) -> {
              last.run();
              throw new IllegalStateException("stopped");
            });
  }

  private static Journey oneMail() {
    return SmallPlaybook.journey(
        "one-mail",
        new Trigger.Enters("mil/high"),
        null,
        SmallPlaybook.send("1", "content", ContentQuery.named("strategy")));
  }
}
