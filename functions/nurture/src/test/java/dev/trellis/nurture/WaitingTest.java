package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that may not go now waits, visibly, and goes when it may. */
class WaitingTest {

  private final Scene scene = new Scene();
  private final DispatchMail dispatch = scene.dispatchMail();

  @BeforeEach
  void somebodyAsks() {
    scene.submits();
  }

  @ParameterizedTest
  @EnumSource(names = {"DAILY_QUOTA", "SENDING_PAUSED", "SENDER_NOT_VERIFIED", "NOT_ALLOWED"})
  void whatAllMailsWouldMeetIsAskedOncePerPauseAndSaidOnce(Hindrance why) {
    scene.mailer.answering(refusal(why), refusal(why));

    assertThat(dispatch(scene.due()).reason()).isEqualTo(why.key());
    assertThat(dispatch(scene.due()).state()).isEqualTo(State.WAITING);
    assertThat(scene.mailer.asked()).as("the second time nobody asks").hasSize(1);
    assertThat(scene.stops).extracting(Brake::why).containsExactly(why);

    minutes(10);
    assertThat(scene.mailer.asked()).as("one tries the way").hasSize(2);
    assertThat(scene.entry()).map(Entry::reason).contains(why.key());

    minutes(10);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(3);
    assertThat(scene.stops).hasSize(1);
    assertThat(scene.line.count()).isZero();
    assertThat(scene.line.brake().why()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"SENDING_RATE", "RECIPIENT_NOT_VERIFIED"})
  void whatOneMailMeetsKeepsNoOtherBack(Hindrance why) {
    scene.mailer.answering(refusal(why));
    assertThat(dispatch(scene.due()).reason()).isEqualTo(why.key());

    assertThat(dispatch(another("send-2")).state()).isEqualTo(State.SENT);
    assertThat(scene.stops).isEmpty();

    minutes(10);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
  }

  @Test
  void whoeverUnsubscribesWhileTheMailWaitsDoesNotGetIt() {
    scene.mailer.answering(refusal(Hindrance.DAILY_QUOTA));
    dispatch(scene.due());
    scene.suppressions.add(
        scene.keys.of(Scene.ADDRESS), new Suppression(Reason.UNSUBSCRIBE, scene.clock.instant()));

    minutes(10);
    assertThat(scene.entry()).map(Entry::state).contains(State.SKIPPED);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  void whoeverIsForgottenMeanwhileLeavesNothingThatFails() {
    scene.mailer.answering(refusal(Hindrance.DAILY_QUOTA));
    dispatch(scene.due());
    scene.erase(Scene.LEAD);

    minutes(10);
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.line.count()).isZero();
  }

  @Test
  void aMachineThatStopsBeforeTheMailIsInTheLedgerLosesNothing() {
    scene.sending(_ -> refusal(Hindrance.DAILY_QUOTA)).send(null);
    var mail = new Waiting(Scene.LEAD, Scene.SEND, scene.clock.instant());
    scene.sending(scene.mailer).queue(mail);

    minutes(10);
    assertThat(scene.entry()).as("its turn came too early").isEmpty();
    assertThat(dispatch(scene.due()).state()).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  /** Ledger, timer, line: each may be the last that a machine does. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whereverAMachineStopsOnTheWayIntoTheLineTheMailGoesOnce(int done) {
    var desk = new SendingDesk(scene.line, scene.timers, scene.clock);
    desk.say("pause");
    var left = new AtomicInteger(done);
    Consumer<Object> next =
        _ -> {
          if (left.getAndDecrement() == 0) {
            throw new IllegalStateException("killed");
          }
        };
    var mortal =
        scene.dispatchMail(
            Disturbed.before("hold", next, MailLedger.class, scene.ledger),
            Disturbed.before("add", next, WaitingMails.class, scene.line),
            Disturbed.before("set", next, Timers.class, scene.timers));
    for (int tries = 0; tries < 2; tries++) {
      try {
        mortal.dispatch(scene.due(), tries > 0);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("killed");
      }
    }
    assertThat(scene.line.count()).isPositive();

    desk.say("resume");
    minutes(3);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.line.count()).isZero();
  }

  @Test
  void aMailThatIsWokenTheMomentItStandsInTheLineGoes() {
    scene.mailer.answering(refusal(Hindrance.SENDING_RATE));
    var watched =
        scene.dispatchMail(
            scene.ledger,
            Disturbed.after("add", _ -> minutes(3), WaitingMails.class, scene.line),
            scene.timers);
    watched.dispatch(scene.due(), false);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(2);
  }

  @Test
  void aTickWhileSomebodyResumesLosesNoWakeUp() {
    new SendingDesk(scene.line, scene.timers, scene.clock).say("pause");
    dispatch(scene.due());
    Runnable tick = () -> HeldUp.tick(scene.timers, _ -> {}, scene::wakes, scene.clock).run();
    var timers = Disturbed.after("set", _ -> tick.run(), Timers.class, scene.timers);
    new SendingDesk(scene.line, timers, scene.clock).say("resume");
    minutes(2);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
  }

  @Test
  void aCrowdIsStoppedWithinHalfAMinute() {
    var crowd = IntStream.range(0, 101).mapToObj(i -> another("crowd-" + i)).toList();
    crowd.subList(0, 100).forEach(this::dispatch);
    new SendingDesk(scene.line, scene.timers, scene.clock).say("pause");
    scene.clock.forward(Duration.ofSeconds(30));
    assertThat(dispatch(crowd.getLast()).reason()).isEqualTo("stopped-by-hand");
  }

  @Test
  void howLongAMailWaitsCountsFromItsFirstTryHoweverOftenItIsTriedAgain() {
    var desk = new SendingDesk(scene.line, scene.timers, scene.clock);
    assertThat(desk.now()).as("nobody waits").isEmpty();
    scene.mailer.answering(
        Collections.nCopies(99, refusal(Hindrance.DAILY_QUOTA)).toArray(SendResult[]::new));
    dispatch(scene.due());
    dispatch(another("send-2"));
    minutes(300);
    assertThat(desk.now())
        .hasValueSatisfying(wait -> {
          assertThat(wait.mails()).isEqualTo(2);
          assertThat(wait.longest()).isEqualTo(Duration.ofMinutes(300));
          assertThat(wait.isStopped()).isTrue();
        });
    assertThat(scene.mailer.asked()).hasSizeGreaterThan(20);
  }

  @Test
  void aPersonStopsAllMailAndLetsItGoAgain() {
    var desk = new SendingDesk(scene.line, scene.timers, scene.clock);
    desk.say("pause");
    assertThat(dispatch(scene.due()).reason()).isEqualTo("stopped-by-hand");
    minutes(60 * 24);
    assertThat(scene.mailer.asked()).isEmpty();
    assertThat(desk.waiting()).isEqualTo(1);

    desk.say("resume");
    minutes(2);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(desk.brake().why()).isNull();
    assertThat(desk.waiting()).isZero();
  }

  @Test
  void onceTheWayIsOpenAsManyFollowEachMinuteAsTheAccountMaySend() {
    scene.mailer.may(2.5, 1_000).answering(refusal(Hindrance.DAILY_QUOTA));
    var crowd = IntStream.range(0, 400).mapToObj(i -> another("crowd-" + i)).toList();
    crowd.forEach(this::dispatch);
    assertThat(scene.line.count()).isEqualTo(400);

    minutes(10);
    assertThat(scene.mailer.asked()).as("one tried the way").hasSize(2);
    minutes(1);
    assertThat(scene.mailer.asked()).as("2.5 a second").hasSize(152);
    minutes(2);
    assertThat(scene.line.count()).isZero();
    crowd.forEach(due ->
        assertThat(scene.ledger.find(due.lead(), due.sendId()))
            .map(Entry::state)
            .contains(State.SENT));
    assertThat(scene.mailer.asked()).hasSize(401);
  }

  private Entry dispatch(MailDue due) {
    return dispatch.dispatch(due, false);
  }

  /** What the schedules and the dispatcher do in so many minutes. */
  private void minutes(int many) {
    for (int i = 0; i < many; i++) {
      scene.clock.forward(Duration.ofMinutes(1));
      HeldUp.tick(scene.timers, _ -> {}, scene::wakes, scene.clock).run();
      scene.mails.take().forEach(this::dispatch);
    }
  }

  private static SendResult refusal(Hindrance why) {
    return new SendResult.TryAgain(why, "told so");
  }

  /** The same mail to somebody else. */
  private MailDue another(String send) {
    var lead = "lead-of-" + send;
    scene.submits(lead, send + "@example.cn", Map.of(), true);
    var due = scene.due();
    return new MailDue(
        send,
        lead,
        due.journey(),
        due.step(),
        due.mail(),
        due.content(),
        due.why(),
        null,
        due.at());
  }
}
