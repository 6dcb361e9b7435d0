package dev.trellis.aws.sqs;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.aws.Trace;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.MessageQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue of JSON messages on SQS, sent in as few requests as SQS allows, side by side. */
public final class SqsQueue<M> implements MessageQueue<M> {

  private static final int MOST_MESSAGES = 10;
  private static final int MOST_BYTES = 256 * 1024;

  private final SqsClient sqs;
  private final String url;

  public SqsQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void send(List<M> messages) {
    SideBySide.ask(batches(messages), this::sendBatch);
  }

  private List<List<SendMessageBatchRequestEntry>> batches(List<M> messages) {
    var batches = new ArrayList<List<SendMessageBatchRequestEntry>>();
    var batch = new ArrayList<SendMessageBatchRequestEntry>();
    int bytes = 0;
    for (var message : messages) {
      var body = Json.write(message);
      int size = body.getBytes(StandardCharsets.UTF_8).length;
      if (size > MOST_BYTES) {
        throw new MessageNotSentException("a message of " + size + " bytes is too long for SQS");
      }
      if (batch.size() == MOST_MESSAGES || bytes + size > MOST_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(entry(batch.size(), body, Trace.of(message)));
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private int sendBatch(List<SendMessageBatchRequestEntry> entries) {
    var answer = sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
    if (!answer.failed().isEmpty()) {
      var first = answer.failed().getFirst();
      throw new MessageNotSentException(
          answer.failed().size() + " of " + entries.size() + " not sent, first: " + first.code());
    }
    return entries.size();
  }

  // A system attribute is not billed, and Lambda hands it to the consumer.
  private static SendMessageBatchRequestEntry entry(int index, String body, Optional<Trace> trace) {
    var entry =
        SendMessageBatchRequestEntry.builder().id(Integer.toString(index)).messageBody(body);
    trace.ifPresent(t ->
        entry.messageSystemAttributes(
            Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER, attribute(t.header()))));
    return entry.build();
  }

  private static MessageSystemAttributeValue attribute(String text) {
    return MessageSystemAttributeValue.builder().dataType("String").stringValue(text).build();
  }
}
