package dev.trellis.aws.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.trellis.aws.Environment;
import dev.trellis.aws.Trace;

/** The one loop over a batch of SQS records: each alone, and exactly the failed ones reported. */
public final class Batch {

  private Batch() {}

  /** What to do with one record; whatever it throws makes the record come again. */
  @FunctionalInterface
  public interface Work<T> {
    void on(T record, Delivery delivery) throws Exception;
  }

  public static SQSBatchResponse run(SQSEvent event, Work<String> work) {
    return run(event, body -> body, _ -> {}, work);
  }

  /**
   * Runs a batch, then does what its records have in common, such as sending. If that fails, all of
   * them come again.
   */
  public static SQSBatchResponse run(SQSEvent event, Work<String> work, Runnable atEnd) {
    var response = run(event, work);
    atEnd.run();
    return response;
  }

  /**
   * Reads each record once, tells which come, and does them one by one. A record that cannot be
   * read is not told of: it fails when its turn comes.
   *
   * @param coming may read ahead what the records are about
   */
  public static <T> SQSBatchResponse run(
      SQSEvent event, Function<String, T> reading, Consumer<List<T>> coming, Work<T> work) {
    var records = event.getRecords().stream().map(m -> Arrival.read(m, reading)).toList();
    coming.accept(
        records.stream().filter(r -> r.unreadable() == null).map(Arrival::content).toList());
    Trace.forget();
    return Metrics.during(() -> {
      var failures = new ArrayList<BatchItemFailure>();
      for (var record : records) {
        if (!record.trace().during(() -> succeeds(record, work))) {
          failures.add(new BatchItemFailure(record.message().getMessageId()));
        }
      }
      if (!failures.isEmpty()) {
        Metrics.count("Failed", failures.size());
        Environment.current()
            .find("AWS_LAMBDA_FUNCTION_NAME")
            .ifPresent(name -> Metrics.count("Failed in " + name, failures.size()));
      }
      return new SQSBatchResponse(failures);
    });
  }

  private static <T> boolean succeeds(Arrival<T> record, Work<T> work) {
    try {
      record.take(work);
      return true;
    } catch (Exception | StackOverflowError e) {
      Log.failure("record failed", e, "message", record.message().getMessageId());
      return false;
    }
  }

  private record Arrival<T>(SQSMessage message, T content, RuntimeException unreadable) {

    static <T> Arrival<T> read(SQSMessage message, Function<String, T> reading) {
      try {
        return new Arrival<>(message, reading.apply(message.getBody()), null);
      } catch (RuntimeException e) {
        return new Arrival<>(message, null, e);
      } catch (StackOverflowError e) {
        return new Arrival<>(message, null, new IllegalArgumentException("nested too deep", e));
      }
    }

    /** What it came with; of a message from before there were traces, one that begins with it. */
    Trace trace() {
      return Trace.read(attributes(message).get("AWSTraceHeader"))
          .orElseGet(() -> Trace.begun(delivery(message).sentAt()));
    }

    void take(Work<T> work) throws Exception {
      if (unreadable != null) {
        throw unreadable;
      }
      work.on(content, delivery(message));
    }
  }

  private static Map<String, String> attributes(SQSMessage message) {
    return message.getAttributes() == null ? Map.of() : message.getAttributes();
  }

  private static Delivery delivery(SQSMessage message) {
    var attributes = attributes(message);
    return new Delivery(
        Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
        Instant.ofEpochMilli(Long.parseLong(attributes.getOrDefault("SentTimestamp", "0"))));
  }
}
