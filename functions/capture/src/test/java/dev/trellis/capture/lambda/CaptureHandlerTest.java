package dev.trellis.capture.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.trellis.capture.Routes;
import dev.trellis.capture.Stand;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.memory.FixedSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureHandlerTest {

  private final Stand stand = new Stand();
  private final CaptureHandler handler = new CaptureHandler(stand.door);

  @ParameterizedTest
  @CsvSource({
    "open-form.json,                    200, 0",
    "submission.json,                   303, 1",
    "submission-by-a-machine.json,      303, 1",
    "submission-with-a-line-break.json, 422, 0",
    "submission-that-is-no-base64.json, 400, 0",
    "scan.json,                         303, 1",
    "print-code.json,                   200, 0",
    "open-content.json,                 200, 1",
    "look-at-content.json,              200, 1",
    "download-content.json,             200, 1",
    "read.json,                         204, 1",
    "event-batch.json,                  202, 2",
    "event-batch-forged.json,           401, 0",
  })
  void answersAsTheUseCaseDecides(String sample, int status, int sent) {
    assertThat(handle(sample).getStatusCode()).isEqualTo(status);
    assertThat(stand.queue.sent()).hasSize(sent);
  }

  @Test
  void theSameSubmissionTwiceIsOneEvent() {
    handle("submission.json");
    handle("submission.json");
    assertThat(stand.queue.sent().stream().map(LeadEvent::id).distinct()).hasSize(1);
  }

  @Test
  void headIsAnsweredWithoutThePage() {
    assertThat(handle("look-at-content.json").getBody()).isEmpty();
    assertThat(handle("open-content.json").getBody()).isNotEmpty();
  }

  @Test
  void anImageTravelsAsBase64() {
    var response = handle("print-code.json");
    assertThat(response.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(response.getBody())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void whatCannotBeStoredIsNotThankedFor() {
    var door =
        Routes.frontDoor(
            stand.playbook,
            Stand.SIGNING,
            new FixedSecrets(Map.of()),
            Stand.URL,
            () -> Stand.NOON,
            _ -> {
              throw new IllegalStateException("the queue cannot be reached");
            });
    var response = new CaptureHandler(door).handleRequest(Sample.read("submission.json"), null);
    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getBody())
        .contains("Please try again in a moment")
        .containsPattern("<code>[A-Za-z0-9_-]{8}</code>");
  }

  @Test
  void oneLinePerRequestSaysRouteStatusAndIdsButNothingPersonal() {
    for (var sample : new String[] {"submission.json", "open-content.json", "scan.json"}) {
      var log = logOf(() -> handle(sample));
      assertThat(log.lines()).hasSize(1);
      assertThat(log)
          .contains("\"route\"", "\"status\"", stand.queue.sent().getLast().id())
          .doesNotContain("lin.yue", "Lin", "13800138000", "abcdefghijklmnop", "AAAAA", "nonce");
    }
  }

  private APIGatewayV2HTTPResponse handle(String sample) {
    return handler.handleRequest(Sample.read(sample), null);
  }

  private static String logOf(Runnable work) {
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
