package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Anybody can type anybody's address, and ask for the same again and again. */
class FloodTest {

  private final Scene scene = new Scene();

  @Test
  @Tag("R6")
  void whoeverAsksAgainGetsTheContentAgainAndAFloodStopsAtThreeMailsADay() {
    scene.submits();
    var first = dispatch();
    for (int i = 1; i <= 20; i++) {
      scene.clock.forward(Duration.ofSeconds(10));
      scene.submits();
      ask("again-" + i, "summit-deck");
    }

    assertThat(scene.mailer.asked()).hasSize(3);
    assertThat(first.state()).isEqualTo(State.SENT);
    assertThat(ask("again-1", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("again-2", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("again-3", "summit-deck").state()).isEqualTo(State.SKIPPED);
    assertThat(ask("again-3", "summit-deck").reason()).isEqualTo("over-budget");
    assertThat(scene.mailer.asked()).as("one mail per submission").hasSize(3);

    assertThat(ask("other", "strategy").state()).isEqualTo(State.SENT);
    scene.clock.forward(Duration.ofDays(1));
    assertThat(ask("tomorrow", "summit-deck").state()).isEqualTo(State.SENT);
  }

  @Test
  void mailsThatAreAskedForFasterThanSentAreNoMore() {
    for (int i = 1; i <= 20; i++) {
      scene.submits();
      scene.clock.forward(Duration.ofSeconds(1));
    }
    for (int i = 1; i <= 20; i++) {
      ask("flood-" + i, "summit-deck");
    }

    assertThat(scene.mailer.asked()).hasSize(2);
  }

  @Test
  void aMailThatIsTriedAgainKeepsItsTurn() {
    scene.submits();
    scene.clock.forward(Duration.ofSeconds(1));
    scene.submits();
    scene.mailer.answering(new SendResult.TryAgain(Hindrance.SENDING_RATE, "Throttling"));
    assertThat(ask("once", "summit-deck").state()).isEqualTo(State.WAITING);

    assertThat(ask("once", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("twice", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("thrice", "summit-deck").state()).isEqualTo(State.SKIPPED);
  }

  /** A mail that somebody asked for. */
  private Entry ask(String sendId, String content) {
    var due =
        new MailDue(
            sendId,
            LEAD,
            "summit-deck",
            "1",
            "deck-delivery",
            content,
            Why.parse("it was asked for"),
            null,
            scene.clock.instant());
    return scene.dispatchMail().dispatch(due, false);
  }

  private Entry dispatch() {
    return scene.dispatchMail().dispatch(scene.due(), false);
  }
}
