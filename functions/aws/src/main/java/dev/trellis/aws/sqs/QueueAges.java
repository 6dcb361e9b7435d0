package dev.trellis.aws.sqs;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.core.json.Json;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * How long the oldest message of each queue waits, which SQS tells through CloudWatch alone, some
 * minutes late. One question in CloudWatch's JSON, signed by the SDK's signer: its client would be
 * a library more.
 */
public final class QueueAges {

  private static final String TARGET = "GraniteServiceVersion20100801.GetMetricData";

  /** So long ago a queue may have said it last; one that nobody used for hours says nothing. */
  private static final Duration LATELY = Duration.ofMinutes(15);

  private static final int A_MINUTE = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final InstantSource clock;

  /**
   * @param endpoint of CloudWatch
   */
  QueueAges(URI endpoint, String region, AwsCredentialsProvider credentials, InstantSource clock) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** Those of the queues where a function runs; empty where an emulator has them, and no ages. */
  public static Optional<QueueAges> of(Environment environment) {
    if (environment.find("AWS_ENDPOINT_URL_SQS").isPresent()) {
      return Optional.empty();
    }
    var region = environment.need("AWS_REGION");
    return Optional.of(
        new QueueAges(
            endpoint(Region.of(region)),
            region,
            DefaultCredentialsProvider.builder().build(),
            environment.clock()));
  }

  // In China everything ends otherwise.
  static URI endpoint(Region region) {
    return URI.create(
        "https://monitoring.%s.%s/".formatted(region, PartitionMetadata.of(region).dnsSuffix()));
  }

  /**
   * The ages by the names that queues have on AWS; a queue of which nothing is known is not there.
   *
   * @throws UncheckedIOException if CloudWatch does not answer, or not with ages
   */
  Map<String, Duration> of(List<String> queues) {
    try (var http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(PATIENCE)
            .socketTimeout(PATIENCE)
            .build()) {
      return read(queues, ask(http, question(queues)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String question(List<String> queues) {
    var now = clock.instant();
    var queries = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < queues.size(); i++) {
      queries.add(
          Map.of(
              "Id",
              "q" + i,
              "MetricStat",
              Map.of(
                  "Metric",
                  Map.of(
                      "Namespace",
                      "AWS/SQS",
                      "MetricName",
                      "ApproximateAgeOfOldestMessage",
                      "Dimensions",
                      List.of(Map.of("Name", "QueueName", "Value", queues.get(i)))),
                  "Period",
                  A_MINUTE,
                  "Stat",
                  "Maximum")));
    }
    return Json.compose(
        Map.of(
            "MetricDataQueries",
            queries,
            "StartTime",
            now.minus(LATELY).getEpochSecond(),
            "EndTime",
            now.getEpochSecond(),
            "ScanBy",
            "TimestampDescending"));
  }

  private Map<String, Object> ask(SdkHttpClient http, String question) throws IOException {
    var body = ContentStreamProvider.fromUtf8String(question);
    var length = question.getBytes(StandardCharsets.UTF_8).length;
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .putHeader("Content-Length", Integer.toString(length))
            .putHeader("X-Amz-Target", TARGET)
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(body)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "monitoring")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    var answer =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElse(body))
                    .build())
            .call();
    try (var said = answer.responseBody().orElseThrow(() -> new IOException("nothing said"))) {
      var text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.httpResponse().isSuccessful()) {
        throw new IOException("CloudWatch answered " + answer.httpResponse().statusCode());
      }
      return Json.parse(text);
    }
  }

  private static Map<String, Duration> read(List<String> queues, Map<String, Object> answer) {
    var ages = new TreeMap<String, Duration>();
    for (var result : (List<?>) answer.getOrDefault("MetricDataResults", List.of())) {
      var one = (Map<?, ?>) result;
      var index = Integer.parseInt(one.get("Id").toString().substring(1));
      // The newest is the first.
      if (one.get("Values") instanceof List<?> values
          && !values.isEmpty()
          && values.getFirst() instanceof Number seconds) {
        ages.put(queues.get(index), Duration.ofSeconds(seconds.longValue()));
      }
    }
    return ages;
  }
}
