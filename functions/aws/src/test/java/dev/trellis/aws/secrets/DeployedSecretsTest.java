package dev.trellis.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.aws.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployedSecretsTest {

  private static final String LINKS = "l".repeat(32);
  private static final String FORMER = "f".repeat(32);

  private final AtomicBoolean isAllowed = new AtomicBoolean(true);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theKeyOfBeforeStandsBehindThatOfLinks() {
    assertThat(deployed("former").linksAndOlder().keys()).containsExactly(LINKS, FORMER);
    assertThat(deployed("none").linksAndOlder().keys()).containsExactly(LINKS);
  }

  /** A role changes at once, and the version that asks for that key goes some minutes later. */
  @Test
  void aKeyOfBeforeThatMayNotBeReadAnyMoreIsNone() {
    isAllowed.set(false);
    var deployed = deployed("former");

    var log = said(() -> assertThat(deployed.linksAndOlder().keys()).containsExactly(LINKS));

    assertThat(deployed.partners().webhook("events")).isEmpty();
    assertThat(log.lines()).singleElement().asString().contains("\"level\":\"info\"");
  }

  private static String said(Runnable work) {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  private DeployedSecrets deployed(String former) {
    var variables =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:" + server.getAddress().getPort(),
            "LINKS_SECRET", "links",
            "PARTNERS_SECRET", "partners",
            "FORMER_SECRET", former);
    return Environment.where(
        variables, Clock.systemUTC(), () -> new DeployedSecrets(Environment.current()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var isRefused = body.contains("former") && !isAllowed.get();
      var answer =
          isRefused
              ? "{\"__type\":\"AccessDeniedException\"}"
              : "{\"SecretString\":\"{\\\"links\\\":\\\"%s\\\",\\\"signing\\\":\\\"%s\\\"}\"}"
                  .formatted(LINKS, FORMER);
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isRefused ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
