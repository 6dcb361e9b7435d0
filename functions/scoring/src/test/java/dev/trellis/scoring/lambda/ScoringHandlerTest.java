package dev.trellis.scoring.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.AssignCompany;
import dev.trellis.scoring.Room;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoringHandlerTest {

  private final Room room = new Room(Instant.parse("2026-03-02T12:00:05Z"));
  private final InMemoryTables tables = room.tables;
  private final InMemoryQueue<ProfileUpdated> pools = new InMemoryQueue<>();
  private final InMemoryQueue<JourneySignal> journeys = new InMemoryQueue<>();

  @Test
  void eventsOfOneLeadInOneBatchAreTakenInOrder() {
    var response = handle("scan-then-form.json", journeys);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(tables.leads()).singleElement().satisfies(l -> assertThat(l.version()).isEqualTo(2));
    assertThat(pools.sent())
        .singleElement()
        .satisfies(u -> assertThat(u.profileVersion()).isEqualTo(2));
    assertThat(journeys.sent())
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).isEqualTo(Reason.SUBMITTED));
  }

  @Test
  void theSameEventTwiceIsOneEvent() {
    var response = handle("same-event-twice.json", journeys);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(tables.leads())
        .singleElement()
        .satisfies(l -> assertThat(l.profile().events()).isEqualTo(1));
    assertThat(pools.sent()).hasSize(1);
  }

  @Test
  void reportsOnlyThePoisonMessage() {
    var response = handle("two-leads-one-poison.json", journeys);

    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("00000000-0000-4000-8000-000000000002");
    assertThat(tables.leads()).hasSize(2);
    assertThat(pools.sent()).hasSize(2);
  }

  @Test
  void aMessageOfAnUnknownKindWaitsInQuarantineAndDisturbsNobody() {
    var response = handle("unknown-kind.json", journeys);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(tables.leads()).hasSize(1);
    assertThat(room.quarantine.list())
        .singleElement()
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo("LeadEvent.happening: unknown kind");
          assertThat(refused.body()).contains("MindRead");
        });
  }

  @Test
  void theWholeBatchComesAgainIfOthersCannotBeTold() {
    MessageQueue<JourneySignal> broken =
        _ -> {
          throw new IllegalStateException("no queue");
        };
    assertThatThrownBy(() -> handle("scan-then-form.json", broken)).hasMessage("no queue");

    handle("scan-then-form.json", journeys);
    assertThat(journeys.sent()).hasSize(1);
    assertThat(tables.leads())
        .singleElement()
        .satisfies(l -> assertThat(l.profile().events()).isEqualTo(2));
  }

  private SQSBatchResponse handle(String sample, MessageQueue<JourneySignal> signals) {
    var assign = new AssignCompany(new InMemoryAccountStore(tables), Dictionaries.EMPTY);
    var handler = new ScoringHandler(room.take, assign, new Announce(pools, signals, _ -> {}));
    return handler.handleRequest(Sample.read(SQSEvent.class, sample), null);
  }
}
