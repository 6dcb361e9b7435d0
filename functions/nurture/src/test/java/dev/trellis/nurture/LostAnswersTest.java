package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.nurture.MailFeedback.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SES took the mail and its answer was lost: one request per send, settled by SES's own event. */
class LostAnswersTest {

  private static final int REDELIVERIES = 5;

  private final Scene scene = new Scene();

  @ParameterizedTest
  @EnumSource(names = {"SENT", "DELIVERED"})
  void oneRequestPerSendAndTheEventSettlesIt(Kind kind) {
    loseTheAnswer();

    assertThat(scene.entry()).map(Entry::state).contains(State.UNKNOWN);
    tell(kind);

    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.entry()).map(Entry::messageId).contains("ses-1");
    assertThat(scene.events.sent()).extracting(LeadEvent::kind).startsWith("MailSent");
  }

  @Test
  void aMessageThatComesAfterTheEventSendsNothingEither() {
    loseTheAnswer();
    tell(Kind.SENT);

    redeliver();

    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent())
        .extracting(LeadEvent::id)
        .containsOnly(scene.events.sent().getFirst().id());
  }

  private void loseTheAnswer() {
    scene.submits();
    scene.mailer.answering(new SendResult.Unknown("SocketTimeoutException"));
    scene.dispatchMail().dispatch(scene.due(), false);
    redeliver();
  }

  private void redeliver() {
    for (int i = 0; i < REDELIVERIES; i++) {
      scene.clock.forward(Duration.ofMinutes(20));
      scene.dispatchMail().dispatch(scene.due(), true);
      scene.dispatchMail().dispatch(scene.due(), false);
    }
  }

  private void tell(Kind kind) {
    var feedback =
        new MailFeedback(SEND, LEAD, "ses-1", scene.clock.instant(), kind, List.of(ADDRESS), null);
    scene.recordFeedback().record(feedback, false);
  }
}
