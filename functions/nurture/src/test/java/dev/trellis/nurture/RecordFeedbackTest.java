package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static dev.trellis.nurture.Scene.START;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.MailFeedback.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFeedbackTest {

  private static final Instant LATER = START.plusSeconds(5);

  private final Scene scene = new Scene();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // kind            was      becomes  suppressed  events
        "SENT,             CLAIMED, SENT,    -,          MailSent",
        "SENT,             UNKNOWN, SENT,    -,          MailSent",
        "SENT,             SENT,    SENT,    -,          -",
        "SENT,             SKIPPED, SKIPPED, -,          -",
        "DELIVERED,        CLAIMED, SENT,    -,          MailSent MailDelivered",
        "DELIVERED,        UNKNOWN, SENT,    -,          MailSent MailDelivered",
        "DELIVERED,        SENT,    SENT,    -,          MailDelivered",
        "BOUNCED,          UNKNOWN, SENT,    -,          MailSent MailBounced",
        "BOUNCED,          SENT,    SENT,    -,          MailBounced",
        "REFUSED,          SENT,    SENT,    -,          MailBounced",
        "UNSUBSCRIBED,     SENT,    SENT,    UNSUBSCRIBE, Unsubscribed",
        "BOUNCED_FOR_GOOD, SENT,    SENT,    BOUNCE,     MailBounced",
        "COMPLAINED,       SENT,    SENT,    COMPLAINT,  MailComplained",
        "REJECTED,         SENT,    SKIPPED, -,          -",
        "REJECTED,         UNKNOWN, SKIPPED, -,          -",
        "REJECTED,         CLAIMED, SKIPPED, -,          -"
      })
  void feedbackSettlesTheLedgerSuppressesAndTells(
      Kind kind, State was, State becomes, Reason suppressed, String events) {
    mailIs(was);

    tell(kind, false);

    assertThat(scene.entry()).map(Entry::state).contains(becomes);
    assertThat(scene.suppressions.find(scene.keys.of(ADDRESS)).map(Suppression::reason))
        .isEqualTo(Optional.ofNullable(suppressed));
    assertThat(scene.events.sent())
        .extracting(LeadEvent::kind)
        .containsExactly(events == null ? new String[0] : events.split(" "));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aRepeatedTellingHasTheSameEffectAndTheSameIds(Kind kind) {
    mailIs(State.UNKNOWN);

    tell(kind, false);
    var first = scene.events.take();
    var entry = scene.entry();
    tell(kind, true);

    assertThat(scene.events.take()).isEqualTo(first);
    assertThat(scene.entry()).isEqualTo(entry);
  }

  @Test
  void eachKindHasAnEventIdOfItsOwn() {
    mailIs(State.UNKNOWN);

    for (var kind : Kind.values()) {
      tell(kind, false);
    }

    assertThat(scene.events.sent()).extracting(LeadEvent::id).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void feedbackThatComesBeforeTheAnswerTellsOfTheSendUnderTheIdThatDispatchUses() {
    scene.submits();
    scene.mailer.answering(new SendResult.Unknown("no answer"));
    scene.dispatchMail().dispatch(scene.due(), false);
    tell(Kind.SENT, false);
    var told = scene.events.take();

    scene.dispatchMail().dispatch(scene.due(), true);

    assertThat(scene.events.take()).isEqualTo(told);
  }

  @Test
  void theAddressIsSuppressedHoweverItIsSpelled() {
    mailIs(State.SENT);

    tell(Kind.BOUNCED_FOR_GOOD, List.of(" Mei.Lin@EXAMPLE.cn"), false);

    assertThat(scene.suppressions.find(scene.keys.of(ADDRESS))).isPresent();
  }

  @Test
  void aPermanentBounceOfAMailThatNobodyRemembersStillSuppresses() {
    assertThat(tell(Kind.BOUNCED_FOR_GOOD, false)).isEmpty();

    assertThat(scene.suppressions.find(scene.keys.of(ADDRESS)))
        .contains(new Suppression(Reason.BOUNCE, LATER));
    assertThat(scene.events.sent()).isEmpty();
  }

  @Test
  void anUnsubscribeDoesNotWeakenAComplaint() {
    mailIs(State.SENT);
    tell(Kind.COMPLAINED, false);

    scene.suppressions.add(scene.keys.of(ADDRESS), new Suppression(Reason.UNSUBSCRIBE, LATER));

    assertThat(scene.suppressions.find(scene.keys.of(ADDRESS)).map(Suppression::reason))
        .contains(Reason.COMPLAINT);
  }

  private void mailIs(State state) {
    scene.submits();
    var claim =
        new Entry(
            SEND,
            LEAD,
            State.CLAIMED,
            "me",
            START,
            "j",
            "1",
            "m",
            "summit-deck",
            Why.parse("why"),
            "s",
            null,
            null,
            false);
    scene.ledger.claim(claim, "key");
    if (state != State.CLAIMED) {
      var messageId = state == State.SENT ? "message-1" : null;
      scene.ledger.settle(claim.in(state, messageId, null, START), State.CLAIMED);
    }
  }

  private Optional<Entry> tell(Kind kind, boolean again) {
    return tell(kind, List.of(ADDRESS), again);
  }

  private Optional<Entry> tell(Kind kind, List<String> addresses, boolean again) {
    var feedback = new MailFeedback(SEND, LEAD, "message-1", LATER, kind, addresses, "reason");
    return scene.recordFeedback().record(feedback, again);
  }
}
