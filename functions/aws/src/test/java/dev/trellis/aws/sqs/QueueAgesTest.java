package dev.trellis.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What CloudWatch is asked, how it is signed, and what its answer says. */
class QueueAgesTest {

  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

  private final Map<String, String> headers = new TreeMap<>();
  private Map<String, Object> asked;
  private int status = 200;
  private String answer = "{}";
  private HttpServer server;
  private QueueAges ages;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    ages =
        new QueueAges(
            URI.create("http://localhost:" + server.getAddress().getPort() + "/"),
            "cn-north-1",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")),
            () -> NOW);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    asked =
        Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void tellsTheNewestAgeOfEachQueueThatSaidOne() {
    answer =
        """
        {"MetricDataResults": [
          {"Id": "q1", "Label": "x", "Timestamps": [1793581140, 1793581080], "Values": [42.0, 90.0]},
          {"Id": "q0", "Label": "y", "Timestamps": [], "Values": []}], "Messages": []}
        """;
    assertThat(ages.of(List.of("idle", "busy"))).isEqualTo(Map.of("busy", Duration.ofSeconds(42)));

    assertThat(headers)
        .containsEntry("X-amz-target", "GraniteServiceVersion20100801.GetMetricData")
        .containsEntry("Content-type", "application/x-amz-json-1.0");
    assertThat(headers.get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
        .contains("/cn-north-1/monitoring/aws4_request", "x-amz-target", "Signature=");
    assertThat(asked.get("EndTime")).hasToString(Long.toString(NOW.getEpochSecond()));
    assertThat(asked.get("MetricDataQueries").toString())
        .contains("ApproximateAgeOfOldestMessage", "AWS/SQS", "idle", "busy", "Maximum");
  }

  @Test
  void asksWhereTheQueuesAre() {
    assertThat(QueueAges.endpoint(Region.of("eu-central-1")))
        .hasToString("https://monitoring.eu-central-1.amazonaws.com/");
    assertThat(QueueAges.endpoint(Region.of("cn-north-1")))
        .hasToString("https://monitoring.cn-north-1.amazonaws.com.cn/");
  }

  @Test
  void whatIsRefusedIsAFailureAndNoAge() {
    status = 403;
    assertThatThrownBy(() -> ages.of(List.of("busy")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("403");
  }
}
