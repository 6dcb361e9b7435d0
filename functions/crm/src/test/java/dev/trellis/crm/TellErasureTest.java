package dev.trellis.crm;

import static dev.trellis.crm.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.message.ErasureDue;
import dev.trellis.core.port.Crm.Delivery;
import dev.trellis.core.port.HandoffLedger.Entry;
import dev.trellis.core.port.HandoffLedger.State;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.RecordingCrm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R17")
@Tag("R105")
class TellErasureTest {

  private static final ErasureDue DUE =
      new ErasureDue("e1", "Llin", List.of("h1"), List.of("42"), NOON);

  private final InMemoryTables tables = new InMemoryTables();
  private final RecordingCrm crm = new RecordingCrm();
  private final TellErasure telling =
      new TellErasure(new InMemoryHandoffLedger(tables), crm, InstantSource.fixed(NOON));

  private void anErasedLead() {
    Fixtures.lead(tables, "Llin");
    Fixtures.erase(tables, "Llin");
  }

  @Test
  void theCrmHearsOnceByWhatItCallsThePerson() {
    anErasedLead();
    assertThat(telling.tell(DUE).state()).isEqualTo(State.DELIVERED);
    telling.tell(DUE);

    var call = crm.erasures().getFirst();
    assertThat(crm.erasures()).hasSize(1);
    assertThat(call.handoffId()).isEqualTo("e1");
    assertThat(Json.parse(call.dossier()))
        .isEqualTo(
            Map.of(
                "erasure",
                "e1",
                "lead",
                "Llin",
                "handoffs",
                List.of("h1"),
                "crmIds",
                List.of("42")));
  }

  @Test
  void whatStandsInTheLedgerNamesNobody() {
    anErasedLead();
    telling.tell(DUE);

    assertThat(tables.handoffs("Llin"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.crmId()).isNull();
          assertThat(entry.dossier()).isNull();
        });
  }

  @Test
  void aBusyCrmIsToldAgainUnderTheSameId() {
    anErasedLead();
    crm.answering(new Delivery.TryAgain("the CRM answered 503"));
    assertThatThrownBy(() -> telling.tell(DUE)).isInstanceOf(CrmUnavailableException.class);

    assertThat(telling.tell(DUE).state()).isEqualTo(State.DELIVERED);
    assertThat(crm.erasures()).extracting(RecordingCrm.Call::handoffId).containsOnly("e1");
  }

  @Test
  void aRefusalIsKeptWithItsReason() {
    anErasedLead();
    crm.answering(new Delivery.Refused("the CRM answered 422"));

    assertThat(telling.tell(DUE)).extracting(Entry::reason).isEqualTo("the CRM answered 422");
    assertThat(telling.tell(DUE).state()).isEqualTo(State.REFUSED);
    assertThat(crm.erasures()).hasSize(1);
  }

  @Test
  void aLeadThatNeverWasFails() {
    assertThatThrownBy(() -> telling.tell(DUE)).isInstanceOf(LeadNotFoundException.class);
  }
}
