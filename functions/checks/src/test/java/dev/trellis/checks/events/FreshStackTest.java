package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.checks.template.DeployedFunction;
import dev.trellis.checks.template.NewSecrets;
import dev.trellis.core.json.Json;
import dev.trellis.crm.lambda.HandoffHandler;
import dev.trellis.local.run.Toll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A stack that was made a minute ago. Publishing a version starts its function, and a start that
 * fails takes the whole stack back.
 */
class FreshStackTest {

  private static final Map<String, String> SECRETS =
      Map.of(
          "LINKS_SECRET", "LinksSecret",
          "PARTNERS_SECRET", "PartnersSecret",
          "SECRET", "Secret",
          "FORMER_SECRET", "none");

  private HttpServer server;

  @BeforeEach
  void keepSecrets() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FreshStackTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  static List<DeployedFunction> functions() throws IOException {
    return DeployedFunction.all();
  }

  /** One event of each function. */
  static Collection<SampleEvent> samples() {
    var first = new LinkedHashMap<Class<?>, SampleEvent>();
    SampleEvents.all().stream()
        .filter(sample -> sample.after() == null)
        .forEach(sample -> first.putIfAbsent(sample.handler(), sample));
    return first.values();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionStartsWithTheSecretsThatCloudFormationMakes(DeployedFunction function)
      throws Exception {
    try (var installation = new Installation("k".repeat(48))) {
      assertThat(start(function, installation)).isNotNull();
    }
  }

  @Test
  void withoutASecretOfTheCrmAHandOffFailsAndTheStartDoesNot() throws Exception {
    var sample = SampleEvents.named("crm/handoff-due.json");
    try (var installation = new Installation("k".repeat(48))) {
      sample.given().in(installation, sample.at());
      var handler = start(DeployedFunction.of(HandoffHandler.class), installation);

      var answer =
          Answer.of(handler.handleRequest(SampleEventsTest.read(sample, sample.at()), null));

      assertThat(answer).isNotEqualTo(sample.answer()).contains("failed");
      assertThat(installation.sent()).isEmpty();
    }
  }

  /** What IAM was told some seconds ago is not known everywhere. */
  @ParameterizedTest
  @MethodSource("samples")
  void whatAStartMayNotReadIsReadByTheFirstCall(SampleEvent sample) throws Exception {
    var isKnown = new AtomicBoolean();
    var gate =
        new ClientSettings.Gate() {
          @Override
          public <C> C before(Class<C> service, C client) {
            return Toll.on(service, client, () -> pass(isKnown.get()));
          }
        };
    try (var installation = new Installation(Keys.signing(sample))) {
      sample.given().in(installation, sample.at());
      var variables = installation.variables(DeployedFunction.of(sample.handler()).variables());
      var clock = Clock.fixed(sample.at(), ZoneOffset.UTC);
      var handler =
          ClientSettings.passing(
              gate,
              () ->
                  Environment.where(
                      variables, clock, () -> SampleEventsTest.construct(sample.handler())));
      isKnown.set(true);

      assertThat(Answer.of(handler.handleRequest(SampleEventsTest.read(sample, sample.at()), null)))
          .isEqualTo(sample.answer());
      assertThat(SampleEventsTest.counts(installation.sent())).isEqualTo(sample.sent());
    }
  }

  private static void pass(boolean isKnown) {
    if (!isKnown) {
      throw AwsServiceException.builder().message("is not authorized").statusCode(400).build();
    }
  }

  @SuppressWarnings("unchecked")
  private RequestHandler<Object, Object> start(DeployedFunction function, Installation installation)
      throws Exception {
    var variables = installation.variables(function.variables());
    variables.put(
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:" + server.getAddress().getPort());
    variables.replaceAll((name, value) -> SECRETS.getOrDefault(name, value));
    var handler = (Class<? extends RequestHandler<?, ?>>) Class.forName(function.handler());
    return Environment.where(
        variables, Clock.systemUTC(), () -> SampleEventsTest.construct(handler));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var id = (String) Json.parse(text(exchange)).get("SecretId");
      var secret = NewSecrets.text(id);
      var answer =
          secret
              .map(text -> Json.compose(Map.of("SecretString", text)))
              .orElse("{\"__type\":\"ResourceNotFoundException\"}");
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(secret.isPresent() ? 200 : 400, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }
}
