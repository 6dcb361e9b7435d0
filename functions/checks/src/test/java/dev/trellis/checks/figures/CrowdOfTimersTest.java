package dev.trellis.checks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbClients;
import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.core.json.Json;
import dev.trellis.local.run.Activity;
import dev.trellis.local.run.RunningFunction;
import dev.trellis.local.run.Toll;
import dev.trellis.local.template.Surroundings;
import dev.trellis.local.template.Template;
import dev.trellis.local.template.TemplateReader;
import dev.trellis.memory.StandingClock;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.HeldUp;
import dev.trellis.pools.ReviewLater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * A crowd of timers due in one instant, each request taking ten milliseconds, each call ended at
 * the template's timeout: each lead is woken once, within a stated number of ticks.
 */
class CrowdOfTimersTest {

  /** {@code -Dcrowd.timers=200000} is the full size. */
  private static final int CROWD = Integer.getInteger("crowd.timers", 2_000);

  /** A tick takes a hundred thousand at least. */
  private static final int TICKS = 1 + CROWD / 100_000;

  /** What both ticks ask however large the crowd is, the sweep of the pools' tick above all. */
  private static final int BESIDE = 300;

  private static final Instant EIGHT = Instant.parse("2026-10-26T00:00:00Z");
  private static final List<String> OWNERS =
      List.of(AdvanceJourneys.TIMERS, HeldUp.TIMERS, ReviewLater.OWNER);
  private static final Duration REQUEST = Duration.ofMillis(10);

  private final StandingClock clock = new StandingClock(EIGHT);
  private final List<String> woken = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger requests = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({
    "NurtureTickFunction, " + AdvanceJourneys.TIMERS,
    "PoolsTickFunction, " + ReviewLater.OWNER
  })
  void eachWakesOnceInTime(String tick, String owner) throws Exception {
    var layer = Path.of("../playbook/target/layer");
    var parameters =
        Map.of("Stage", "dev", "PublicUrl", "x", "CrmUrl", "x", "SenderDomain", "trellis.example");
    var template =
        new TemplateReader(new Surroundings("http://sqs", parameters, Optional.of(layer)))
            .read(Path.of("../../infra/template.yaml"));
    var dynamoDb = new QuickTimers();
    var timers = new DynamoDbTimers(dynamoDb, template.table("TimersTable").name());
    OWNERS.forEach(each -> timers.moveCursor(each, EIGHT.minusSeconds(60)));
    for (int i = 0; i < CROWD; i++) {
      timers.set(owner, "L%07d".formatted(i), EIGHT);
    }
    var function = start(template, tick, dynamoDb);

    int ticks = 0;
    var from = System.nanoTime();
    do {
      function.invoke("{}".getBytes(StandardCharsets.UTF_8));
      ticks++;
      clock.forward(Duration.ofMinutes(1));
    } while (timers.cursor(owner).isBefore(EIGHT));
    var asked = requests.get();
    var took = Duration.ofNanos(System.nanoTime() - from).toSeconds();
    System.out.printf(
        "%s: %,d timers in %d ticks, %,d s, %,d requests%n", tick, CROWD, ticks, took, asked);
    function.invoke("{}".getBytes(StandardCharsets.UTF_8));

    assertThat(woken).hasSize(CROWD).doesNotHaveDuplicates();
    assertThat(ticks).isLessThanOrEqualTo(TICKS);
    assertThat(asked).isLessThanOrEqualTo(CROWD * 15 / 100 + BESIDE);
  }

  private RunningFunction start(Template template, String tick, DynamoDbClient dynamoDb) {
    var function =
        template.functions().stream().filter(f -> f.id().equals(tick)).findFirst().orElseThrow();
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(30));
    return RunningFunction.start(
        function,
        Map.of("AWS_REGION", Surroundings.REGION),
        new RunningFunction.Lending() {
          @Override
          public <T> T lend(Supplier<T> work) {
            return DynamoDbClients.lending(
                Toll.on(DynamoDbClient.class, dynamoDb, CrowdOfTimersTest.this::request),
                () ->
                    SqsClients.lending(
                        Toll.on(SqsClient.class, new Listening(), CrowdOfTimersTest.this::request),
                        work));
          }
        },
        clock,
        new Activity());
  }

  private void request() {
    requests.incrementAndGet();
    try {
      Thread.sleep(REQUEST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes down who was told of. */
  private final class Listening implements SqsClient {

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      request
          .entries()
          .forEach(entry -> woken.add((String) Json.parse(entry.messageBody()).get("lead")));
      return SendMessageBatchResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
