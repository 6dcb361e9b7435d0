package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the hand-off may expect of any {@link HandoffLedger}. */
abstract class HandoffLedgerContract {

  private final Ports ports = ports();
  private final HandoffLedger ledger = ports.handoffs();
  private final String lead = Sample.lead();

  abstract Ports ports();

  @Test
  void knowsNoLeadThatWasNeverWritten() {
    assertThat(ledger.load(lead, "h-1")).isEmpty();
  }

  @Test
  void loadsALeadWithTheEntryOfTheHandoff() {
    var stored = Sample.stored(ports.leads());
    var before = ledger.load(stored.lead(), "h-1").orElseThrow();
    assertThat(before.lead()).isEqualTo(stored);
    assertThat(before.entry()).isEmpty();

    var entry = entry(stored.lead(), "me");
    ledger.claim(entry);
    assertThat(ledger.load(stored.lead(), "h-1").orElseThrow().entry()).contains(entry);
    assertThat(ledger.load(stored.lead(), "h-2").orElseThrow().entry()).isEmpty();
  }

  @Test
  void claimsAHandoffOnce() {
    var entry = entry(lead, "me");
    assertThat(ledger.claim(entry)).isEqualTo(entry);
    assertThat(ledger.claim(entry(lead, "you"))).isEqualTo(entry);
    assertThat(ledger.claim(entry)).isEqualTo(entry);
  }

  @Test
  void listsAllEntriesOfALead() {
    assertThat(ledger.all(lead)).isEmpty();
    ledger.claim(entry(lead, "me"));
    var told = new Entry("h-9", lead, State.CLAIMED, "me", Sample.NOON, null, null, null);
    ledger.claim(told);

    assertThat(ledger.all(lead)).containsExactlyInAnyOrder(entry(lead, "me"), told);
  }

  @Test
  void settlesAnEntryFromItsStateOnly() {
    var entry = entry(lead, "me");
    var delivered = entry.in(State.DELIVERED, "crm-1", null, Sample.NOON.plusSeconds(1));
    assertThat(ledger.settle(delivered, State.CLAIMED)).isFalse();

    ledger.claim(entry);
    assertThat(ledger.settle(delivered, State.REFUSED)).isFalse();
    assertThat(ledger.settle(delivered, State.CLAIMED)).isTrue();
    assertThat(ledger.settle(delivered, State.CLAIMED)).isTrue();
    var refused = entry.in(State.REFUSED, null, "unknown owner", Sample.NOON.plusSeconds(2));
    assertThat(ledger.settle(refused, State.CLAIMED)).isFalse();
    assertThat(ledger.claim(entry(lead, "you"))).isEqualTo(delivered);
  }

  @Test
  void givesAHandoffToOneOfManyWhoClaimIt() throws Exception {
    var claimed = new AtomicInteger();
    Together.run(
        8,
        index -> {
          var entry = entry(lead, "owner-" + index);
          if (ledger.claim(entry).equals(entry)) {
            claimed.incrementAndGet();
          }
        });
    assertThat(claimed).hasValue(1);
  }

  private static Entry entry(String lead, String owner) {
    return new Entry(
        "h-1", lead, State.CLAIMED, owner, Sample.NOON, null, null, "{\"name\":\"李雷\"}");
  }
}
