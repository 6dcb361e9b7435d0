package dev.trellis.aws.sqs;

import module java.base;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The dead letters of one queue, and the way back. A message is deleted there once its queue has
 * it: whoever stops in between brings it twice, which does no harm.
 */
public final class DeadLetters {

  private static final int AT_ONCE = 10;

  private final SqsClient sqs;
  private final String from;
  private final String to;

  public DeadLetters(SqsClient sqs, String from, String to) {
    this.sqs = sqs;
    this.from = from;
    this.to = to;
  }

  /** About how many there are. */
  public int count() {
    var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    var answer = sqs.getQueueAttributes(get -> get.queueUrl(from).attributeNames(name));
    return Integer.parseInt(answer.attributes().get(name));
  }

  /** Brings some back, as many as asked for or ten; the answer is how many, none at the end. */
  public int redrive(int most) {
    var letters =
        sqs.receiveMessage(receive ->
                receive
                    .queueUrl(from)
                    .maxNumberOfMessages(Math.min(most, AT_ONCE))
                    .waitTimeSeconds(1)
                    .messageAttributeNames("All"))
            .messages();
    if (letters.isEmpty()) {
      return 0;
    }
    var failed =
        sqs.sendMessageBatch(send -> send.queueUrl(to).entries(entries(letters))).failed().stream()
            .map(each -> Integer.parseInt(each.id()))
            .collect(Collectors.toSet());
    var gone =
        IntStream.range(0, letters.size())
            .filter(i -> !failed.contains(i))
            .mapToObj(i ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .receiptHandle(letters.get(i).receiptHandle())
                    .build())
            .toList();
    if (gone.isEmpty()) {
      throw new IllegalStateException("the queue does not take its dead letters back");
    }
    sqs.deleteMessageBatch(delete -> delete.queueUrl(from).entries(gone));
    return gone.size();
  }

  private static List<SendMessageBatchRequestEntry> entries(List<Message> letters) {
    return IntStream.range(0, letters.size())
        .mapToObj(i ->
            SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(i))
                .messageBody(letters.get(i).body())
                .messageAttributes(letters.get(i).messageAttributes())
                .build())
        .toList();
  }
}
