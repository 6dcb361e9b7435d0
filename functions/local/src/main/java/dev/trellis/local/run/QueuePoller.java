package dev.trellis.local.run;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.template.LambdaFunction.QueueSource;
import dev.trellis.local.template.Surroundings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Feeds a function from a queue as Lambda does; what failed comes again after a second. */
final class QueuePoller {

  /** Short, since whoever stops waits for it. */
  private static final int LONG_POLL_SECONDS = 2;

  private static final int RETRY_SECONDS = 1;

  private final RunningFunction function;
  private final QueueSource source;
  private final SqsEmulator sqs;
  private final Clock clock;
  private final Activity activity;
  private Thread thread;
  private volatile boolean stopped;
  private volatile List<Message> taken = List.of();

  QueuePoller(
      RunningFunction function,
      QueueSource source,
      SqsEmulator sqs,
      Clock clock,
      Activity activity) {
    this.function = function;
    this.source = source;
    this.sqs = sqs;
    this.clock = clock;
    this.activity = activity;
  }

  void start() {
    thread = Thread.ofVirtual().name(function.function().id()).start(this::run);
  }

  /** Takes no more messages. */
  void stop() {
    stopped = true;
  }

  /** Waits until the messages taken last are done with; gives back what takes too long. */
  void join(Duration patience) throws InterruptedException {
    if (thread != null && !thread.join(patience)) {
      taken.forEach(message -> giveBack(message, 0));
    }
  }

  private void run() {
    while (!stopped) {
      try {
        var batch = receive();
        taken = batch;
        if (!batch.isEmpty()) {
          activity.during(() -> {
            settle(batch, failed(batch));
            return null;
          });
        }
      } catch (Exception e) {
        if (!stopped) {
          Failures.report(function.function().id(), e);
        }
      }
    }
  }

  private List<Message> receive() throws SdkException {
    return sqs.client()
        .receiveMessage(r ->
            r.queueUrl(url())
                .maxNumberOfMessages(Math.min(10, source.batchSize()))
                .waitTimeSeconds(LONG_POLL_SECONDS)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Ids of the messages that are to come again. */
  private Set<String> failed(List<Message> batch) {
    var all = new HashSet<String>();
    batch.forEach(m -> all.add(m.messageId()));
    try {
      var answer = function.invoke(event(batch).getBytes(StandardCharsets.UTF_8));
      return source.reportsFailures() ? reported(answer, all) : Set.of();
    } catch (Exception e) {
      Failures.report(function.function().id(), e);
      return all;
    }
  }

  // Lambda's rule: an answer that is no list of known ids fails the whole batch.
  private static Set<String> reported(byte[] answer, Set<String> all) {
    var text = new String(answer, StandardCharsets.UTF_8);
    if (text.isBlank() || text.equals("null")) {
      return Set.of();
    }
    var failed = new HashSet<String>();
    if (Json.parse(text).get("batchItemFailures") instanceof List<?> failures) {
      for (var failure : failures) {
        var id = failure instanceof Map<?, ?> map ? map.get("itemIdentifier") : null;
        if (!all.contains(id)) {
          return all;
        }
        failed.add((String) id);
      }
    }
    return failed;
  }

  private void settle(List<Message> batch, Set<String> failed) {
    var done = new ArrayList<DeleteMessageBatchRequestEntry>();
    for (var message : batch) {
      if (failed.contains(message.messageId())) {
        giveBack(message, RETRY_SECONDS);
      } else {
        done.add(
            DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build());
      }
    }
    if (!done.isEmpty()) {
      sqs.client().deleteMessageBatch(r -> r.queueUrl(url()).entries(done));
    }
  }

  private void giveBack(Message message, int seconds) {
    sqs.client()
        .changeMessageVisibility(r ->
            r.queueUrl(url()).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  private String event(List<Message> batch) {
    return Json.compose(Map.of("Records", batch.stream().map(this::record).toList()));
  }

  private Map<String, Object> record(Message message) {
    var record = new LinkedHashMap<String, Object>();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    record.put("attributes", attributes(message));
    record.put("messageAttributes", Map.of());
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put(
        "eventSourceARN",
        "arn:aws:sqs:%s:%s:%s"
            .formatted(Surroundings.REGION, Surroundings.ACCOUNT, source.queue()));
    record.put("awsRegion", Surroundings.REGION);
    return record;
  }

  // The queue lives in real time, the handler does not: the message's age is what must be right.
  private Map<String, String> attributes(Message message) {
    var attributes = new TreeMap<>(message.attributesAsStrings());
    var shift = clock.millis() - System.currentTimeMillis();
    for (var name : List.of("SentTimestamp", "ApproximateFirstReceiveTimestamp")) {
      attributes.computeIfPresent(
          name, (_, millis) -> Long.toString(Long.parseLong(millis) + shift));
    }
    return attributes;
  }

  private String url() {
    return sqs.queueUrl(source.queue());
  }
}
