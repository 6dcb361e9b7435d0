package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DispatchMailTest {

  private final Scene scene = new Scene();

  @Test
  @Tag("R6")
  void sendsTheMailAndTellsThatItWasSent() {
    scene.submits();

    var entry = dispatch();

    assertThat(entry.state()).isEqualTo(State.SENT);
    assertThat(entry.messageId()).isEqualTo("message-1");
    assertThat(entry.subject()).isEqualTo("The slides you asked for");
    assertThat(scene.entry()).contains(entry);
    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).isEqualTo(ADDRESS);
          assertThat(mail.tags()).isEqualTo(Map.of("sendId", SEND, "lead", LEAD));
        });
    assertThat(scene.events.sent())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.lead()).isEqualTo(LEAD);
          assertThat(event.channel()).isEqualTo(Channel.MAIL);
          assertThat(event.occurredAt()).isEqualTo(START);
          assertThat(event.happening())
              .isEqualTo(
                  new MailSent(
                      SEND,
                      "message-1",
                      "deck-delivery",
                      "summit-deck",
                      "summit-deck",
                      Identity.parse("email:" + ADDRESS).mark()));
        });
  }

  @Test
  @Tag("R90")
  void theSendRecordSaysWhyWhomAndWhat() {
    scene.submits();

    var entry = dispatch();

    assertThat(entry.why()).isEqualTo(Why.parse("it was asked for"));
    assertThat(entry.journey() + " " + entry.step()).isEqualTo("summit-deck 1");
    assertThat(entry.mail() + " " + entry.content()).isEqualTo("deck-delivery summit-deck");
    assertThat(entry.lead()).isEqualTo(LEAD);
  }

  @Test
  @Tag("R17")
  void aPersonWhoWasForgottenGetsNoMailAndNoRecord() {
    scene.submits();
    scene.erase(Scene.LEAD);

    assertThat(scene.dispatchMail().dispatch(scene.due(), true).reason()).isEqualTo("erased");
    assertThat(scene.mailer.asked()).isEmpty();
    assertThat(scene.events.sent()).isEmpty();
    assertThat(scene.entry()).isEmpty();
  }

  @Test
  void aMessageThatComesTwiceIsOneMailAndOneEvent() {
    scene.submits();

    dispatch();
    scene.clock.forward(Duration.ofMinutes(5));
    dispatch();
    redeliver();

    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent()).hasSize(3).containsOnly(scene.events.sent().getFirst());
  }

  @Test
  void aLostAnswerIsUnknownAndNeverSentAgain() {
    scene.submits();
    scene.mailer.answering(new SendResult.Unknown("SocketTimeoutException"));

    var entry = dispatch();
    assertThat(entry.state()).isEqualTo(State.UNKNOWN);
    assertThat(entry.reason()).isEqualTo("SocketTimeoutException");

    assertThat(redeliver()).isEqualTo(entry);
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void aThrottledSendIsReleasedAndTriedAgain() {
    scene.submits();
    scene.mailer.answering(new SendResult.TryAgain(Hindrance.SENDING_RATE, "Throttling"));

    assertThat(dispatch().state()).isEqualTo(State.WAITING);
    assertThat(scene.entry()).map(Entry::reason).contains("sending-rate");

    assertThat(redeliver().state()).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(2);
  }

  @Test
  void aRefusedMailIsSkippedWithTheReason() {
    scene.submits();
    scene.mailer.answering(new SendResult.Refused("MessageRejected"));

    dispatch();
    var entry = redeliver();

    assertThat(entry.state()).isEqualTo(State.SKIPPED);
    assertThat(entry.reason()).isEqualTo("rejected by the provider: MessageRejected");
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void aRedeliveryAfterAStopBetweenClaimAndAnswerDoesNotSendAgain() {
    scene.submits();
    assertThatThrownBy(() -> dispatchBy(stopping()).dispatch(scene.due(), false))
        .hasMessage("the machine stopped");
    assertThat(scene.entry()).map(Entry::state).contains(State.CLAIMED);

    var entry = redeliver();

    assertThat(entry.state()).isEqualTo(State.UNKNOWN);
    assertThat(entry.reason()).isEqualTo("stopped while sending");
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void aClaimOfAnotherMessageIsLeftToItForAQuarterOfAnHour() {
    scene.submits();
    assertThatThrownBy(() -> dispatchBy(stopping()).dispatch(scene.due(), false))
        .hasMessage("the machine stopped");

    scene.clock.forward(Duration.ofMinutes(15));
    assertThat(dispatch().state()).isEqualTo(State.CLAIMED);

    scene.clock.forward(Duration.ofMillis(1));
    assertThat(dispatch().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aTryThatWasGivenUpTooEarlyStillRecordsThatItSent() {
    scene.submits();
    var dispatch =
        dispatchBy(mail -> {
          assertThat(redeliver().state()).isEqualTo(State.UNKNOWN);
          return new SendResult.Accepted("message-late");
        });

    dispatch.dispatch(scene.due(), false);

    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.entry()).map(Entry::messageId).contains("message-late");
  }

  @Test
  void feedbackThatOvertakesTheAnswerChangesNothing() {
    scene.submits();
    var dispatch =
        dispatchBy(mail -> {
          var claim = scene.entry().orElseThrow();
          scene.ledger.settle(claim.in(State.SENT, "message-1", null, START), State.CLAIMED);
          return new SendResult.Accepted("message-1");
        });

    dispatch.dispatch(scene.due(), false);

    assertThat(scene.entry()).map(Entry::state).contains(State.SENT);
    assertThat(scene.events.sent()).hasSize(1);
  }

  @Test
  void anUnsubscribeThatRacesTheDispatchWins() {
    scene.submits();
    scene.suppressions.add(
        scene.keys.of(ADDRESS), new Suppression(Reason.UNSUBSCRIBE, scene.clock.instant()));

    var entry = dispatch();

    assertThat(entry.state()).isEqualTo(State.SKIPPED);
    assertThat(entry.reason()).isEqualTo("suppressed");
    assertThat(scene.mailer.asked()).isEmpty();
    assertThat(scene.entry()).contains(entry);
  }

  @Test
  void whatTheGateRefusesIsSkippedWithItsReasonAndStaysSkipped() {
    scene.submits(LEAD, ADDRESS, Map.of(), false);

    assertThat(dispatch().reason()).isEqualTo("no consent");

    scene.clock.forward(Duration.ofHours(1));
    scene.submits();
    assertThat(redeliver().state()).isEqualTo(State.SKIPPED);
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void aMergedLeadsMailGoesToTheSurvivorsAddress() {
    scene.submits();
    scene.clock.forward(Duration.ofHours(1));
    scene.submits("L0002", "mei@example.com", Map.of(), true);
    scene.merge(LEAD, "L0002");

    var entry = dispatch();

    assertThat(entry.lead()).isEqualTo(LEAD);
    assertThat(scene.mailer.asked())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo("mei@example.com"))
        .satisfies(mail -> assertThat(mail.tags()).containsEntry("lead", LEAD));
  }

  @Test
  void aMergedLeadsMailHeedsTheSurvivorsWishes() {
    scene.submits();
    scene.submits("L0002", "mei@example.com", Map.of(), true);
    scene.happens("L0002", new Unsubscribed("other", null));
    scene.merge(LEAD, "L0002");

    assertThat(dispatch().reason()).isEqualTo("unsubscribed");
  }

  @Test
  void aMailThatThePlaybookNoLongerHasIsSkipped() {
    scene.submits();
    var gone =
        new MailDue(
            "send-2", LEAD, "j", "1", "gone", null, Why.parse("why"), null, scene.clock.instant());
    var goneContent =
        new MailDue(
            "send-3",
            LEAD,
            "j",
            "1",
            "content",
            "gone",
            Why.parse("why"),
            null,
            scene.clock.instant());

    assertThat(scene.dispatchMail().dispatch(gone, false).reason())
        .isEqualTo("not in the playbook any more");
    assertThat(scene.dispatchMail().dispatch(goneContent, false).reason())
        .isEqualTo("not in the playbook any more");
  }

  @Test
  void aMailForALeadThatDoesNotExistYetIsAFailure() {
    assertThatThrownBy(this::dispatch).isInstanceOf(LeadNotFoundException.class);
  }

  @Test
  void theEventOfAMailIsAboutTheMailNotAboutTheTry() {
    scene.submits();
    dispatch();

    assertThat(scene.events.sent()).extracting(LeadEvent::kind).containsExactly("MailSent");
    assertThat(scene.events.sent().getFirst().id())
        .isEqualTo(dev.trellis.core.identity.Ids.derived(SEND, "sent"));
  }

  private Entry dispatch() {
    return scene.dispatchMail().dispatch(scene.due(), false);
  }

  private Entry redeliver() {
    return scene.dispatchMail().dispatch(scene.due(), true);
  }

  private DispatchMail dispatchBy(Mailer mailer) {
    return dispatchBy(scene.ledger, mailer);
  }

  private DispatchMail dispatchBy(MailLedger ledger, Mailer mailer) {
    return new DispatchMail(
        ledger,
        SmallPlaybook.PLAYBOOK,
        Scene.letters(),
        scene.keys,
        scene.sending(mailer),
        scene.events,
        scene.timers,
        scene.clock);
  }

  private static Mailer stopping() {
    return _ -> {
      throw new IllegalStateException("the machine stopped");
    };
  }
}
