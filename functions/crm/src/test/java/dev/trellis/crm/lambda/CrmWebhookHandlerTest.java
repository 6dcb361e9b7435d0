package dev.trellis.crm.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.crm.Fixtures;
import dev.trellis.crm.ReceiveWebhook;
import dev.trellis.memory.FixedSecrets;
import dev.trellis.memory.InMemoryQueue;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R105")
class CrmWebhookHandlerTest {

  private final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();

  @ParameterizedTest
  @CsvSource({
    "webhook-accepted.json,                202, 1",
    "webhook-forged.json,                  401, 0",
    "webhook-returned-without-reason.json, 422, 0",
  })
  void answersAsTheUseCaseDecides(String sample, int status, int queued) {
    var handler =
        new CrmWebhookHandler(
            new ReceiveWebhook(
                Fixtures.PLAYBOOK,
                new FixedSecrets(Map.of("crm.stand-in", Fixtures.SECRET)),
                events,
                InstantSource.fixed(Fixtures.NOON)));
    var response = handler.handleRequest(Sample.read(APIGatewayV2HTTPEvent.class, sample), null);

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getIsBase64Encoded()).isFalse();
    assertThat(events.sent()).hasSize(queued);
  }
}
