package dev.trellis.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.sqs.SqsClients;
import dev.trellis.local.template.LambdaFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A function has the time and the instances that its template gives it, and no more. */
@Timeout(60)
class LimitsTest {

  private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() {
    SlowHandler.MAY_GO.drainPermits();
    SlowHandler.ENDS.clear();
  }

  @Test
  void aCallThatTakesTooLongIsEndedAndAsksAwsForNothingMore() throws Exception {
    var function = start(Duration.ofSeconds(1), OptionalInt.empty());

    assertThatThrownBy(() -> function.invoke(EVENT))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("Task timed out after 1 seconds");
    SlowHandler.MAY_GO.release();
    assertThat(SlowHandler.ENDS.take()).isEqualTo("this call's time has run out");
    assertThat(sent).isEmpty();

    SlowHandler.MAY_GO.release();
    function.invoke(EVENT); // by another instance
    assertThat(sent).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void asManyCallsAreUnderWayAsAreReserved() throws Exception {
    var function = start(Duration.ofSeconds(30), OptionalInt.of(2));
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          List.of(
              callers.submit(() -> function.invokeNow(EVENT)),
              callers.submit(() -> function.invoke(EVENT)));
      while (SlowHandler.MAY_GO.getQueueLength() < 2) {
        Thread.sleep(5);
      }

      assertThat(function.invokeNow(EVENT)).isEmpty();

      SlowHandler.MAY_GO.release(3);
      for (var each : both) {
        each.get();
      }
      assertThat(function.invokeNow(EVENT)).isPresent();
    }
    assertThat(sent).hasSize(6);
  }

  @Test
  void oneCallWaitsForAnotherWhereNothingIsReserved() throws Exception {
    var function = start(Duration.ofSeconds(30), OptionalInt.empty());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> function.invoke(EVENT));
      var second = callers.submit(() -> function.invokeNow(EVENT));
      SlowHandler.MAY_GO.release();
      SlowHandler.ENDS.take();
      assertThat(SlowHandler.ENDS.poll(50, TimeUnit.MILLISECONDS)).isNull();
      SlowHandler.MAY_GO.release();
      assertThat(second.get()).isPresent();
    }
    assertThat(sent).hasSize(4);
  }

  private RunningFunction start(Duration timeout, OptionalInt reserved) {
    var function =
        new LambdaFunction(
            "Slow",
            SlowHandler.class.getName(),
            new TreeMap<>(),
            timeout,
            reserved,
            List.of(),
            List.of(),
            List.of());
    return RunningFunction.start(function, Map.of(), this::lend, Clock.systemUTC(), new Activity());
  }

  private <T> T lend(Supplier<T> work) {
    return SqsClients.lending(
        new SqsClient() {
          @Override
          public SendMessageResponse sendMessage(SendMessageRequest request) {
            sent.add(request.messageBody());
            return SendMessageResponse.builder().build();
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        },
        work);
  }
}
