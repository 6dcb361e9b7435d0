package dev.trellis.crm.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.Crm.Delivery;
import dev.trellis.crm.Fixtures;
import dev.trellis.crm.HandOffLead;
import dev.trellis.crm.TellErasure;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.RecordingCrm;
import dev.trellis.memory.RecordingCrm.Call;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoffHandlerTest {

  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  private final RecordingCrm crm = new RecordingCrm();

  @BeforeEach
  void twoLeads() {
    Fixtures.lead(tables, "Llin");
    Fixtures.lead(tables, "Lwang");
  }

  @Test
  void handsALeadOver() {
    assertThat(handle("handoff-due.json").getBatchItemFailures()).isEmpty();
    assertThat(crm.calls()).extracting(Call::handoffId).containsExactly("handoff-1");
  }

  @Test
  void theSameHandOffTwiceIsOneHandOff() {
    assertThat(handle("same-handoff-twice.json").getBatchItemFailures()).isEmpty();
    assertThat(crm.calls()).hasSize(1);
  }

  @Test
  void reportsOnlyThePoisonMessage() {
    assertThat(handle("two-handoffs-one-poison.json").getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("00000000-0000-4000-8000-000000000002");
    assertThat(crm.calls()).extracting(Call::handoffId).containsExactly("handoff-1", "handoff-2");
  }

  @Test
  void aBusyCrmBringsTheMessageBack() {
    crm.answering(new Delivery.TryAgain("the CRM answered 503"));
    assertThat(handle("handoff-due.json").getBatchItemFailures()).hasSize(1);
    assertThat(handle("handoff-due.json").getBatchItemFailures()).isEmpty();
    assertThat(events.sent()).hasSize(1);
  }

  @Test
  void theCrmHearsOfAnErasureOnce() {
    Fixtures.erase(tables, "Llin");
    assertThat(handle("erasure-due.json").getBatchItemFailures()).isEmpty();
    assertThat(handle("erasure-due.json").getBatchItemFailures()).isEmpty();

    assertThat(crm.erasures()).extracting(Call::handoffId).containsExactly("erasure-1");
    assertThat(crm.calls()).isEmpty();
  }

  @Test
  void aRefusalIsFinal() {
    crm.answering(new Delivery.Refused("the CRM answered 422"));
    assertThat(handle("handoff-due.json").getBatchItemFailures()).isEmpty();
    assertThat(events.sent()).isEmpty();
  }

  private SQSBatchResponse handle(String sample) {
    var ledger = new InMemoryHandoffLedger(tables);
    var clock = InstantSource.fixed(Fixtures.NOON);
    var handOff =
        new HandOffLead(
            ledger, crm, events, Fixtures.PLAYBOOK, "https://trellis.example/console", clock);
    var erasures = new TellErasure(ledger, crm, clock);
    return new HandoffHandler(handOff, erasures)
        .handleRequest(Sample.read(SQSEvent.class, sample), null);
  }
}
