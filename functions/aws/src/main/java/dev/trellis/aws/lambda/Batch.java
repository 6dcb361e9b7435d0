package dev.trellis.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one loop over a batch of SQS records: each alone, and exactly the failed ones reported. */
public final class Batch {

  private Batch() {}

  /** What to do with one record; whatever it throws makes the record come again. */
  @FunctionalInterface
  public interface Work {
    void on(String body, Delivery delivery) throws Exception;
  }

  public static SQSBatchResponse run(SQSEvent event, Work work) {
    var failures = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      try {
        work.on(message.getBody(), delivery(message));
      } catch (Exception | StackOverflowError e) {
        Log.failure("record failed", e, "message", message.getMessageId());
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  /**
   * Runs a batch, then does what its records have in common, such as sending. If that fails, all of
   * them come again.
   */
  public static SQSBatchResponse run(SQSEvent event, Work work, Runnable atEnd) {
    var response = run(event, work);
    atEnd.run();
    return response;
  }

  /**
   * What the records of a batch are about, for reading ahead. A record that cannot be read is left
   * out: it fails when its turn comes.
   */
  public static <T> List<T> about(SQSEvent event, Function<String, T> reading) {
    var all = new ArrayList<T>();
    for (var message : event.getRecords()) {
      try {
        all.add(reading.apply(message.getBody()));
      } catch (RuntimeException | StackOverflowError e) {
        // told when its turn comes
      }
    }
    return all;
  }

  private static Delivery delivery(SQSMessage message) {
    var told = message.getAttributes();
    var attributes = told == null ? Map.<String, String>of() : told;
    return new Delivery(
        Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
        Instant.ofEpochMilli(Long.parseLong(attributes.getOrDefault("SentTimestamp", "0"))));
  }
}
