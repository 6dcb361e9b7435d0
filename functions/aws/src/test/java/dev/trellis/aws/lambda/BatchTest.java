package dev.trellis.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.trellis.aws.Environment;
import dev.trellis.aws.Trace;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void reportsNothingIfAllRecordsAreGood() {
    assertThat(run("one", "two", "three")).isEmpty();
    assertThat(done).containsExactly("one", "two", "three");
  }

  @Test
  void reportsOnlyThePoisonMessage() {
    assertThat(run("one", "poison", "three")).containsExactly("id-1");
    assertThat(done).containsExactly("one", "three");
  }

  @Test
  void reportsEveryRecordIfAllAreBad() {
    assertThat(run("poison", "deep", "checked")).containsExactly("id-0", "id-1", "id-2");
    assertThat(done).isEmpty();
  }

  /** By its function as well: an alarm about that one takes its version back. */
  @Test
  void countsWhatFailed() {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    var variables =
        Map.of("METRICS_NAMESPACE", "trellis/test", "AWS_LAMBDA_FUNCTION_NAME", "scoring");
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      Environment.where(variables, Clock.systemUTC(), () -> run("one", "poison", "three", "deep"));
    } finally {
      System.setOut(out);
    }
    assertThat(caught.toString(StandardCharsets.UTF_8))
        .contains("\"Failed\":2", "\"Failed in scoring\":2");
  }

  @Test
  void tellsAFirstDeliveryFromALaterOne() {
    var deliveries = new ArrayList<Delivery>();
    var first = message(0, "one");
    first.setAttributes(Map.of("ApproximateReceiveCount", "1", "SentTimestamp", "1772366400000"));
    var second = message(1, "two");
    second.setAttributes(Map.of("ApproximateReceiveCount", "2"));
    Batch.run(event(first, second, message(2, "three")), (_, d) -> deliveries.add(d));

    assertThat(deliveries).extracting(Delivery::again).containsExactly(false, true, false);
    assertThat(deliveries.getFirst().sentAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
  }

  @Test
  void eachRecordIsTakenUnderTheTraceItCameWithOrOneThatBeginsWithIt() {
    var traces = new ArrayList<Trace>();
    var traced = message(0, "one");
    traced.setAttributes(Map.of("AWSTraceHeader", "Root=1-6746dd20-bd862e3fe1be46a994272793"));
    var old = message(1, "two");
    old.setAttributes(Map.of("SentTimestamp", "1772366400000"));

    Batch.run(event(traced, old), (_, _) -> traces.add(Trace.current().orElseThrow()));

    assertThat(traces.getFirst().root()).isEqualTo("1-6746dd20-bd862e3fe1be46a994272793");
    assertThat(traces.getLast().began()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(Trace.current()).isEmpty();
  }

  @Test
  void readsEachRecordOnceAndTellsWhichCome() {
    var read = new ArrayList<String>();
    var coming = new ArrayList<Integer>();
    var response =
        Batch.run(
            event(message(0, "1"), message(1, "poison"), message(2, "3")),
            body -> {
              read.add(body);
              return Integer.valueOf(body);
            },
            coming::addAll,
            (number, _) -> done.add("did " + number + " of " + coming));

    assertThat(read).containsExactly("1", "poison", "3");
    assertThat(done).containsExactly("did 1 of [1, 3]", "did 3 of [1, 3]");
    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("id-1");
  }

  private List<String> run(String... bodies) {
    var messages = new SQSMessage[bodies.length];
    Arrays.setAll(messages, i -> message(i, bodies[i]));
    return Batch.run(event(messages), (body, _) -> work(body)).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private void work(String body) throws IOException {
    switch (body) {
      case "poison" -> throw new IllegalArgumentException("no such thing");
      case "checked" -> throw new IOException("no answer");
      case "deep" -> throw new StackOverflowError();
      default -> done.add(body);
    }
  }

  private static SQSEvent event(SQSMessage... messages) {
    var event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  private static SQSMessage message(int index, String body) {
    var message = new SQSMessage();
    message.setMessageId("id-" + index);
    message.setBody(body);
    return message;
  }
}
