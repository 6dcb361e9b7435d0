package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookReader;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.nurture.MailFeedback.Kind;
import dev.trellis.nurture.mail.LetterWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hot lead alerts the SDR once, with the dossier, however often the message is delivered. */
class AlertTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final String SEND = "alert-1";
  private static final int DELIVERIES = 10;

  private final Scene scene = new Scene();

  @BeforeEach
  void aHotLead() {
    scene.submits(LEAD, ADDRESS, Map.of("company", "示例公司", "need", "lead-scoring"), true);
  }

  @Test
  @Tag("R99")
  void oneAlertGoesToTheSdrHoweverOftenTheMessageComes() {
    for (int i = 0; i < DELIVERIES; i++) {
      assertThat(dispatch(i > 0)).isEqualTo(State.SENT);
      scene.clock.forward(Duration.ofHours(1));
    }

    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).contains("sdr@trellis.example"));
    assertThat(scene.events.sent()).as("the lead itself got nothing").isEmpty();
  }

  @Test
  @Tag("R99")
  void aLostAnswerIsNoSecondAlert() {
    scene.mailer.answering(new SendResult.Unknown("SocketTimeoutException"));
    for (int i = 0; i < DELIVERIES; i++) {
      assertThat(dispatch(i > 0)).isEqualTo(State.UNKNOWN);
    }
    var feedback =
        new MailFeedback(
            SEND,
            LEAD,
            "ses-1",
            scene.clock.instant(),
            Kind.SENT,
            List.of("sdr@trellis.example"),
            null);
    scene.recordFeedback().record(feedback, false);

    assertThat(dispatch(true)).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
  }

  @Test
  @Tag("R99")
  void salesIsToldAtNightAndOfALeadThatWantsNoMailItself() {
    scene.happens(LEAD, new Unsubscribed("other", null));
    scene.clock.forward(Duration.ofHours(8)); // one in the morning in Shanghai

    assertThat(dispatch(false)).isEqualTo(State.SENT);
  }

  private State dispatch(boolean again) {
    var due =
        new MailDue(
            SEND,
            LEAD,
            "high-value",
            "verdict.hot.alert-sdr",
            "alert-sdr",
            null,
            "hot",
            null,
            Scene.START);
    return new DispatchMail(
            scene.ledger,
            PLAYBOOK,
            new LetterWriter(Scene.SECRET, Scene.URL),
            scene.keys,
            scene.mailer,
            scene.events,
            scene.timers,
            scene.clock)
        .dispatch(due, again)
        .state();
  }
}
