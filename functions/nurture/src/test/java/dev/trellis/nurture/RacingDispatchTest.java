package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer;
import org.junit.jupiter.api.Test;

/** Two deliveries of one mail that are worked off at the same time. */
class RacingDispatchTest {

  private final Scene scene = new Scene();

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
