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
import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.mail.LetterWriter;
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
                  new MailSent(SEND, "message-1", "deck-delivery", "summit-deck", "summit-deck"));
        });
  }

  @Test
  @Tag("R90")
  void theSendRecordSaysWhyWhomAndWhat() {
    scene.submits();

    var entry = dispatch();

    assertThat(entry.why()).isEqualTo("it was asked for");
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
    scene.mailer.answering(new SendResult.TryAgain("Throttling"));

    assertThatThrownBy(this::dispatch).isInstanceOf(TryLaterException.class);
    assertThat(scene.entry()).isEmpty();

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
    assertThat(entry.reason()).isEqualTo("MessageRejected");
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
  void twoDeliveriesThatBothLoadedBeforeEitherClaimedAreOneMail() {
    scene.submits();
    var outrun = MeddledLedger.outrunBy(this::dispatch, scene.ledger);

    var entry = dispatchBy(outrun, scene.mailer).dispatch(scene.due(), true);

    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(entry.state()).isEqualTo(State.SENT);
    assertThat(scene.entry()).contains(entry);
    assertThat(scene.events.sent()).containsOnly(scene.events.sent().getFirst());
  }

  @Test
  void whoeverIsOutrunLeavesAClaimToItsOwner() {
    scene.submits();
    var outrun =
        MeddledLedger.outrunBy(
            () ->
                assertThatThrownBy(() -> dispatchBy(stopping()).dispatch(scene.due(), false))
                    .hasMessage("the machine stopped"),
            scene.ledger);

    var entry = dispatchBy(outrun, scene.mailer).dispatch(scene.due(), true);

    assertThat(entry.state()).isEqualTo(State.CLAIMED);
    assertThat(scene.mailer.asked()).isEmpty();
  }

  @Test
  void aClaimOfOurOwnWhoseAnswerWasLostIsSentOnce() {
    scene.submits();

    var entry =
        dispatchBy(MeddledLedger.losingAnswers(scene.ledger), scene.mailer)
            .dispatch(scene.due(), false);
    redeliver();

    assertThat(entry.state()).isEqualTo(State.SENT);
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.entry()).contains(entry);
  }

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
    assertThat(ask("again-3", "summit-deck").reason()).isEqualTo("sent today already");
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
    scene.mailer.answering(new SendResult.TryAgain("Throttling"));
    assertThatThrownBy(() -> ask("once", "summit-deck")).isInstanceOf(TryLaterException.class);

    assertThat(ask("once", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("twice", "summit-deck").state()).isEqualTo(State.SENT);
    assertThat(ask("thrice", "summit-deck").state()).isEqualTo(State.SKIPPED);
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
        new MailDue("send-2", LEAD, "j", "1", "gone", null, "why", null, scene.clock.instant());
    var goneContent =
        new MailDue(
            "send-3", LEAD, "j", "1", "content", "gone", "why", null, scene.clock.instant());

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
            "it was asked for",
            null,
            scene.clock.instant());
    return scene.dispatchMail().dispatch(due, false);
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
        new LetterWriter(Scene.SECRET, Scene.URL),
        scene.keys,
        mailer,
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
