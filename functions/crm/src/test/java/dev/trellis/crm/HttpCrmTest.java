package dev.trellis.crm;

import static dev.trellis.crm.Fixtures.NOON;
import static dev.trellis.crm.Fixtures.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.core.http.Request;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Crm.Delivery;
import dev.trellis.core.port.Crm.Delivery.Received;
import dev.trellis.core.port.Crm.Delivery.TryAgain;
import dev.trellis.core.signing.WebhookSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R105")
class HttpCrmTest {

  private HttpServer server;
  private Request received;
  private int status = 200;
  private String answer = "{\"crmId\":\"42\"}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void postsASignedWebhookThatTheReceiverCanCheckAndDedupe() {
    assertThat(handOff()).isEqualTo(new Received("42"));

    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.mediaType()).isEqualTo("application/json");
    assertThat(received.header("webhook-id")).contains("h1");
    assertThat(new WebhookSignature(SECRET).check(received, NOON))
        .isEqualTo(WebhookSignature.Verdict.GENUINE);
    var body = Json.parse(received.text());
    assertThat(body)
        .containsEntry("type", "lead.handoff")
        .containsEntry("timestamp", NOON.toString())
        .containsEntry("data", Map.of("lead", "Llin", "name", "林"));
  }

  @Test
  @Tag("R17")
  void anErasureIsSignedInTheSameWay() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    var notice = "{\"lead\":\"Llin\",\"crmIds\":[\"42\"]}";

    assertThat(new HttpCrm(address, () -> SECRET).erase("e1", notice, NOON))
        .isInstanceOf(Received.class);
    assertThat(received.header("webhook-id")).contains("e1");
    assertThat(new WebhookSignature(SECRET).check(received, NOON))
        .isEqualTo(WebhookSignature.Verdict.GENUINE);
    assertThat(Json.parse(received.text()))
        .containsEntry("type", "lead.erased")
        .containsEntry("data", Json.parse(notice));
  }

  @ParameterizedTest
  @CsvSource({
    "200, Received",
    "201, Received",
    "202, Received",
    "400, Refused",
    "413, Refused",
    "422, Refused",
    "301, TryAgain",
    "401, TryAgain",
    "404, TryAgain",
    "409, TryAgain",
    "429, TryAgain",
    "500, TryAgain",
    "503, TryAgain",
  })
  void onlyAnAnswerAboutThisLeadIsFinal(int code, String delivery) {
    status = code;
    assertThat(handOff().getClass().getSimpleName()).isEqualTo(delivery);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "ok", "[]", "{}", "{\"crmId\":7}", "{\"crmId\":\" \"}"})
  void takenIsTakenWhateverElseTheAnswerSays(String body) {
    answer = body;
    assertThat(handOff()).isEqualTo(new Received(null));
  }

  @Test
  void aCrmThatIsNotThereIsTriedAgain() {
    server.stop(0);
    assertThat(handOff()).isInstanceOf(TryAgain.class);
  }

  private Delivery handOff() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new HttpCrm(address, () -> SECRET)
        .handOff("h1", "{\"lead\":\"Llin\",\"name\":\"林\"}", NOON);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    received =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Map.of(),
            Map.of(),
            headers,
            Map.of(),
            exchange.getRequestBody().readAllBytes());
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
