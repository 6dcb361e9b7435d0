package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Enrollment.Issued;
import dev.trellis.core.journey.Why;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.memory.InMemoryEnrollmentStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may have been sent in a time that was lost. */
@Tag("R90")
class HoldMailsTest {

  private final Scene scene = new Scene();

  @Test
  void anAlertToOurOwnPeopleThatWasSentIsNoMailToTheLead() {
    scene.submits();
    var store = new InMemoryEnrollmentStore(scene.tables);
    var why = Why.parse("w");
    var alert = new Effect.Send("alert", "s1", "alert-sdr", null, why, true);
    var letter = new Effect.Send("letter", "s2", "deck-delivery", "summit-deck", why);
    store.save(
        LEAD,
        new Enrollment(
            "high-value",
            1,
            "v",
            Scene.START,
            "s2",
            Scene.START,
            null,
            null,
            null,
            null,
            new TreeMap<>(),
            List.of(new Issued(Scene.START, alert), new Issued(Scene.START, letter)),
            null,
            0));
    assertThat(new HoldMails(store, scene.ledger, scene.clock).hold(LEAD)).isEqualTo(2);
    assertThat(scene.ledger.unknown())
        .hasSize(2)
        .allMatch(entry -> entry.state() == State.UNKNOWN)
        .filteredOn(Entry::internal)
        .extracting(Entry::sendId)
        .containsExactly("alert");

    var settle = new SettleMail(scene.ledger, scene.line, scene.timers, scene.events, scene.clock);
    settle.settle(LEAD, "alert", true);
    assertThat(scene.events.sent()).isEmpty();
    settle.settle(LEAD, "letter", true);
    assertThat(scene.events.sent()).hasSize(1);
  }
}
