package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static dev.trellis.nurture.Scene.SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import module java.base;

import dev.trellis.core.journey.Why;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.memory.InMemoryEnrollmentStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail that was due with nothing to send is accounted for like any other. */
@Tag("R90")
class SkippedMailTest {

  private final Scene scene = new Scene();

  @BeforeEach
  void enters() {
    scene.submits();
    scene.enters(LEAD, "mil/high");
  }

  private static Why.Choice strategy(Why.By by) {
    return new Why.Choice(by, "omni-channel-capture", "strategy", false, null, null);
  }

  @Test
  void ofTwoMailsWithOneContentBetweenThemTheSecondIsInTheBooksAsSkipped() {
    advance(scene.mails, false);
    assertThat(scene.mails.sent())
        .extracting(MailDue::content, MailDue::reason)
        .containsExactly(tuple("strategy", null), tuple(null, "exhausted"));

    dispatchAll();

    assertThat(scene.tables.mails(LEAD))
        .extracting(
            Entry::mail, Entry::content, Entry::state, Entry::reason, e -> e.why().content())
        .containsExactlyInAnyOrder(
            tuple("content", "strategy", State.SENT, null, strategy(Why.By.FIT)),
            tuple("content", null, State.SKIPPED, "exhausted", strategy(null)));
    assertThat(scene.mailer.asked()).hasSize(1);
    assertThat(scene.events.sent())
        .as("a skip is nothing that happened to the lead")
        .filteredOn(event -> event.kind().startsWith("Mail"))
        .hasSize(1);
  }

  @Test
  @Tag("R110")
  void aMachineThatStopsBeforeTheSkipIsToldLosesNothing() {
    MessageQueue<MailDue> stopping =
        _ -> {
          throw new IllegalStateException("stopped");
        };
    assertThatThrownBy(() -> advance(stopping, false)).hasMessage("stopped");

    advance(scene.mails, true);
    advance(scene.mails, true);

    assertThat(scene.mails.sent())
        .filteredOn(due -> due.reason() != null)
        .hasSize(2)
        .extracting(MailDue::sendId)
        .containsOnly(scene.mails.sent().getLast().sendId());
  }

  @Test
  @Tag("R110")
  void whatIsToldTwiceIsWrittenDownOnce() {
    assertThat(scene.dispatchMail().dispatch(skip(), false).state()).isEqualTo(State.SKIPPED);
    var written = scene.entry();
    scene.clock.forward(Duration.ofHours(1));
    scene.dispatchMail().dispatch(skip(), true);

    assertThat(written).isPresent().isEqualTo(scene.entry());
  }

  @Test
  @Tag("R17")
  void ofAPersonWhoWasForgottenNothingIsWrittenDown() {
    var gone =
        new MailDue(
            SEND, LEAD, "j", "1", "gone", null, Why.parse("why"), null, scene.clock.instant());
    scene.erase(LEAD);

    for (var due : List.of(skip(), gone)) {
      assertThat(scene.dispatchMail().dispatch(due, false).reason()).isEqualTo("erased");
    }
    assertThat(scene.entry()).isEmpty();
  }

  private void advance(MessageQueue<MailDue> mails, boolean again) {
    new AdvanceJourneys(
            new InMemoryEnrollmentStore(scene.tables),
            scene.timers,
            new EffectQueues(mails, scene.handoffs, scene.events),
            SmallPlaybook.of(Rhythm.FREE, Map.of("twice", twice())),
            scene.clock)
        .advance(scene.signal(LEAD), again);
  }

  private void dispatchAll() {
    scene.mails.take().forEach(due -> scene.dispatchMail().dispatch(due, false));
  }

  private MailDue skip() {
    return new MailDue(
        SEND,
        LEAD,
        "twice",
        "2",
        "content",
        null,
        Why.parse("why"),
        "exhausted",
        scene.clock.instant());
  }

  private static Journey twice() {
    var strategy = new ContentQuery(null, SmallPlaybook.TOPIC, "strategy", null, false, null);
    return SmallPlaybook.journey(
        "twice",
        new Trigger.Enters("mil/high"),
        null,
        SmallPlaybook.send("1", "content", strategy),
        SmallPlaybook.send("2", "content", strategy));
  }
}
