package dev.trellis.checks.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.rehearsal.LongRun.Life;
import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Why;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.rehearsal.Postbox.Sent;
import dev.trellis.rehearsal.Watch.Asked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Books that are wrong are found out. */
@Tag("R110")
class AuditTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(HurriedPlaybook.DEFAULT);
  private static final Instant LONG_AGO = LongRun.START.plus(Duration.ofHours(2));
  private static final Instant LATELY = LongRun.END.minus(Duration.ofMinutes(5));

  @Test
  void whatWasAskedForLongAgoIsSentOrSkippedOrUnknownOrStillInTheQueue() {
    assertThat(isBalanced(LONG_AGO, List.of(), Set.of(), List.of())).isFalse();
    assertThat(isBalanced(LONG_AGO, List.of(), Set.of("send"), List.of())).isTrue();
    assertThat(isBalanced(LATELY, List.of(), Set.of(), List.of())).isTrue();
    assertThat(isBalanced(LONG_AGO, entry(State.CLAIMED, null), Set.of(), List.of())).isFalse();
    assertThat(isBalanced(LONG_AGO, entry(State.UNKNOWN, "lost"), Set.of(), List.of())).isTrue();
    assertThat(isBalanced(LONG_AGO, entry(State.SKIPPED, "suppressed"), Set.of(), List.of()))
        .isTrue();
    assertThat(isBalanced(LONG_AGO, entry(State.SKIPPED, null), Set.of(), List.of())).isFalse();
  }

  @Test
  void aSkipIsInTheBooksAsWellWithItsReason() {
    var skip = new Effect.Skip("send", "1", "deck-delivery", Why.parse("why"), "exhausted");

    assertThat(isBalanced(skip, LONG_AGO, List.of(), Set.of(), List.of())).isFalse();
    assertThat(isBalanced(skip, LATELY, List.of(), Set.of(), List.of())).isTrue();
    assertThat(isBalanced(skip, LONG_AGO, List.of(), Set.of("send"), List.of())).isTrue();
    var skipped = entry(State.SKIPPED, "exhausted");
    assertThat(isBalanced(skip, LONG_AGO, skipped, Set.of(), List.of())).isTrue();
  }

  @Test
  void whatTheProviderTookIsInTheBooksAsSentAndTheOtherWayRound() {
    assertThat(isBalanced(LONG_AGO, entry(State.SENT, null), Set.of(), taken())).isTrue();
    assertThat(isBalanced(LONG_AGO, entry(State.SENT, null), Set.of(), List.of())).isFalse();
    assertThat(isBalanced(LONG_AGO, entry(State.UNKNOWN, "lost"), Set.of(), taken())).isFalse();
    assertThat(isBalanced(LONG_AGO, List.of(), Set.of("send"), taken())).isFalse();
  }

  @Test
  void whatNoJourneyAskedForIsNotInTheBooks() {
    var life = new Life("L1", List.of(), entry(State.SENT, null), Set.of(), taken(), null);
    assertThat(new Audit(PLAYBOOK, life).balanced()).isFalse();
  }

  private static boolean isBalanced(
      Instant asked, List<Entry> ledger, Set<String> waiting, List<Sent> taken) {
    var send = new Effect.Send("send", "1", "deck-delivery", "summit-deck", Why.parse("why"));
    return isBalanced(send, asked, ledger, waiting, taken);
  }

  private static boolean isBalanced(
      Effect effect, Instant asked, List<Entry> ledger, Set<String> waiting, List<Sent> taken) {
    var due = List.of(new Asked("L1", "summit-deck", asked, effect));
    return new Audit(PLAYBOOK, new Life("L1", due, ledger, waiting, taken, null)).balanced();
  }

  private static List<Entry> entry(State state, String reason) {
    return List.of(
        new Entry(
            "send",
            "L1",
            state,
            "owner",
            LONG_AGO,
            "summit-deck",
            "1",
            "deck-delivery",
            "summit-deck",
            Why.parse("why"),
            "subject",
            null,
            reason,
            false));
  }

  private static List<Sent> taken() {
    return List.of(new Sent(LONG_AGO, "send", "L1", "somebody@example.com"));
  }
}
