package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.port.Hindrance;
import dev.trellis.nurture.SendingDesk.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that mails go, and who is believed that they do not. */
class SendingDeskTest {

  private final Scene scene = new Scene();
  private final SendingDesk desk = new SendingDesk(scene.line, scene.timers, scene.clock);

  @Test
  void aPauseHasReachedEverybodyAfterFiveMinutesAndIsOverWithResume() {
    desk.say("pause");
    assertThat(desk.isPaused()).isFalse();
    scene.clock.forward(Duration.ofMinutes(5));
    assertThat(desk.isPaused()).isTrue();

    desk.say("resume");
    assertThat(desk.isPaused()).as("though no mail has gone yet").isFalse();
    scene.clock.forward(Duration.ofHours(1));
    assertThat(desk.isPaused()).isFalse();

    desk.say("pause");
    assertThat(desk.brake().since()).as("another pause").isEqualTo(scene.clock.instant());
    assertThat(desk.isPaused()).isFalse();
    scene.clock.forward(Duration.ofMinutes(5));
    desk.say("pause");
    assertThat(desk.isPaused()).as("the same pause, said twice").isTrue();
  }

  @Test
  void aQuotaThatIsGoneAgainAfterAPersonResumedIsSaidAgain() {
    scene.submits();
    var dispatch = scene.dispatchMail();
    var refusal =
        new dev.trellis.core.port.Mailer.SendResult.TryAgain(Hindrance.DAILY_QUOTA, "told so");
    scene.mailer.answering(refusal, refusal);
    dispatch.dispatch(scene.due(), false);
    scene.clock.forward(Duration.ofMinutes(5));
    desk.say("resume");
    scene.wakes();
    scene.mails.take().forEach(due -> dispatch.dispatch(due, false));
    assertThat(scene.stops)
        .hasSize(2)
        .last()
        .satisfies(brake -> assertThat(brake.since()).isEqualTo(scene.clock.instant()));
  }

  @Test
  void nobodyResumesWhileItIsNotDecidedWhatWasSentToLeadsThatWereBroughtBack() {
    desk.say("pause");
    desk.restores();
    assertThat(desk.say("resume")).isEqualTo(Said.RESTORING);
    assertThat(desk.say("pause")).isEqualTo(Said.DONE);
    assertThat(desk.say("resume")).as("a pause does not forget it").isEqualTo(Said.RESTORING);
    assertThat(desk.isPaused()).isTrue();

    desk.isRestored();
    assertThat(desk.brake().holds(scene.clock.instant())).isTrue();
    assertThat(desk.say("resume")).isEqualTo(Said.DONE);
    assertThat(desk.brake().holds(scene.clock.instant())).isFalse();
  }

  @Test
  void theWordOfEarlierManualsStillStops() {
    assertThat(desk.say("stop")).isEqualTo(Said.DONE);
    assertThat(desk.brake().why()).isEqualTo(Hindrance.STOPPED_BY_HAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "PAUSE", "halt"})
  void anyOtherWordChangesNothing(String word) {
    assertThat(desk.say(word)).isEqualTo(Said.UNKNOWN);
    assertThat(desk.brake().version()).isZero();
  }
}
