package dev.trellis.crm;

import static dev.trellis.crm.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.port.Crm.Delivery;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.RecordingCrm;
import dev.trellis.memory.RecordingCrm.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R105")
class HandOffLeadTest {

  private static final HandoffDue DUE = new HandoffDue("h1", "Llin", "mql-handoff", "1", NOON);

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryHandoffLedger ledger = new InMemoryHandoffLedger(tables);
  private final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  private final RecordingCrm crm = new RecordingCrm();

  @BeforeEach
  void oneLead() {
    Fixtures.lead(tables, "Llin");
  }

  @Test
  @Tag("R104")
  void aLeadIsHandedOverWithItsDossierAndTheLogHearsOfIt() {
    var entry = handing(ledger, events).handOff(DUE);

    assertThat(entry.state()).isEqualTo(State.DELIVERED);
    assertThat(entry.crmId()).isEqualTo("crm-h1");
    assertThat(tables.handoffs("Llin")).containsExactly(entry);
    assertThat(crm.calls())
        .singleElement()
        .satisfies(c -> assertThat(c.dossier()).contains("\"name\":\"Lin Example\""));
    var event = events.sent().getFirst();
    assertThat(event.lead()).isEqualTo("Llin");
    assertThat(event.identities()).containsExactly(Identity.parse("crm:stand-in/crm-h1"));
    assertThat(((CrmChanged) event.happening()).status()).isEqualTo("received");
    assertThat(((CrmChanged) event.happening()).handoff()).isEqualTo("h1");
  }

  @Test
  @Tag("R17")
  void aPersonWhoWasForgottenIsHandedOverToNobody() {
    Fixtures.erase(tables, "Llin");

    assertThat(handing(ledger, events).handOff(DUE).reason()).isEqualTo("erased");
    assertThat(crm.calls()).isEmpty();
    assertThat(events.sent()).isEmpty();
    assertThat(tables.handoffs("Llin")).isEmpty();
  }

  @Test
  void aDeliveredHandOffIsOnlyToldAgain() {
    handing(ledger, events).handOff(DUE);
    handing(ledger, events).handOff(DUE);

    assertThat(crm.calls()).hasSize(1);
    assertThat(events.sent()).hasSize(2);
    assertThat(events.sent().getFirst()).isEqualTo(events.sent().getLast());
  }

  @Test
  void aBusyCrmIsAskedAgainWithTheSameIdAndDossier() {
    crm.answering(new Delivery.TryAgain("the CRM answered 503"));
    assertThatThrownBy(() -> handing(ledger, events).handOff(DUE))
        .isInstanceOf(CrmUnavailableException.class)
        .hasMessage("hand-off h1: the CRM answered 503");
    assertThat(events.sent()).isEmpty();
    assertThat(tables.handoffs("Llin")).extracting(Entry::state).containsExactly(State.CLAIMED);

    handing(ledger, events).handOff(DUE);
    assertThat(crm.calls()).extracting(Call::handoffId).containsExactly("h1", "h1");
    assertThat(crm.calls().getFirst().dossier()).isEqualTo(crm.calls().getLast().dossier());
    assertThat(tables.handoffs("Llin")).extracting(Entry::state).containsExactly(State.DELIVERED);
  }

  @Test
  void aRefusedHandOffIsKeptWithItsReasonAndNotTriedAgain() {
    crm.answering(new Delivery.Refused("the CRM answered 422"));
    handing(ledger, events).handOff(DUE);
    var entry = handing(ledger, events).handOff(DUE);

    assertThat(entry.state()).isEqualTo(State.REFUSED);
    assertThat(entry.reason()).isEqualTo("the CRM answered 422");
    assertThat(crm.calls()).hasSize(1);
    assertThat(events.sent()).isEmpty();
  }

  @Test
  void aDeliveryThatNobodyHeardOfIsToldNextTime() {
    MessageQueue<LeadEvent> broken =
        _ -> {
          throw new IllegalStateException("no queue");
        };
    assertThatThrownBy(() -> handing(ledger, broken).handOff(DUE)).hasMessage("no queue");

    handing(ledger, events).handOff(DUE);
    assertThat(crm.calls()).hasSize(1);
    assertThat(events.sent()).hasSize(1);
  }

  @Test
  void twoAtOnceEndInOneEntryAndOneEvent() {
    var overtaken =
        new Forwarding(ledger) {
          @Override
          public boolean settle(Entry entry, State from) {
            handing(ledger, events).handOff(DUE);
            return false;
          }
        };
    crm.answering(new Delivery.Received("crm-1"), new Delivery.Received("crm-1"));
    var entry = handing(overtaken, events).handOff(DUE);

    assertThat(entry.state()).isEqualTo(State.DELIVERED);
    assertThat(tables.handoffs("Llin")).hasSize(1);
    assertThat(events.sent()).extracting(LeadEvent::id).containsOnly(events.sent().getFirst().id());
  }

  @Test
  @Tag("R17")
  void whatArrivedWhileThePersonWasForgottenIsToldSoThatTheCrmHearsOfIt() {
    var overtaken =
        new Forwarding(ledger) {
          @Override
          public boolean settle(Entry entry, State from) {
            Fixtures.erase(tables, "Llin");
            return ledger.settle(entry, from);
          }
        };

    assertThat(handing(overtaken, events).handOff(DUE).state()).isEqualTo(State.DELIVERED);
    assertThat(events.sent()).extracting(LeadEvent::lead).containsExactly("Llin");
    assertThat(tables.handoffs("Llin")).isEmpty();
  }

  @Test
  void aCrmThatNamesNoRecordIsFineToo() {
    crm.answering(new Delivery.Received(null));
    handing(ledger, events).handOff(DUE);

    assertThat(events.sent().getFirst().identities()).isEmpty();
  }

  @Test
  void aMergedLeadIsHandedOverAsTheOneThatAbsorbedIt() {
    Fixtures.lead(tables, "Lolder");
    Fixtures.merge(tables, "Lolder", "Llin");
    handing(ledger, events).handOff(DUE);

    assertThat(tables.handoffs("Lolder")).hasSize(1);
    assertThat(tables.handoffs("Llin")).isEmpty();
    assertThat(crm.calls().getFirst().dossier()).contains("\"lead\":\"Lolder\"");
  }

  @Test
  void aHandOffThatWasMadeBeforeTheMergeIsNotMadeAgain() {
    handing(ledger, events).handOff(DUE);
    Fixtures.lead(tables, "Lolder");
    Fixtures.merge(tables, "Lolder", "Llin");
    handing(ledger, events).handOff(DUE);

    assertThat(crm.calls()).hasSize(1);
    assertThat(tables.handoffs("Lolder")).isEmpty();
  }

  @Test
  void aLeadThatDoesNotExistFails() {
    var due = new HandoffDue("h1", "Lnobody", "mql-handoff", "1", NOON);

    assertThatThrownBy(() -> handing(ledger, events).handOff(due))
        .isInstanceOf(LeadNotFoundException.class);
    assertThat(crm.calls()).isEmpty();
  }

  private HandOffLead handing(HandoffLedger ledger, MessageQueue<LeadEvent> events) {
    return new HandOffLead(
        ledger,
        crm,
        events,
        Fixtures.PLAYBOOK,
        "https://trellis.example/console",
        InstantSource.fixed(NOON));
  }

  private static class Forwarding implements HandoffLedger {
    private final HandoffLedger ledger;

    Forwarding(HandoffLedger ledger) {
      this.ledger = ledger;
    }

    @Override
    public Optional<Snapshot> load(String lead, String handoffId) {
      return ledger.load(lead, handoffId);
    }

    @Override
    public List<Entry> all(String lead) {
      return ledger.all(lead);
    }

    @Override
    public Entry claim(Entry entry) {
      return ledger.claim(entry);
    }

    @Override
    public boolean settle(Entry entry, State from) {
      return ledger.settle(entry, from);
    }
  }
}
