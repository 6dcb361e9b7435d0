package dev.trellis.aws.sqs;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.core.port.WorkQueues;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues on SQS, which counts about.
 *
 * @param urls of each queue and of its dead letters, by its name
 */
public record SqsWorkQueues(SqsClient sqs, SortedMap<String, Urls> urls) implements WorkQueues {

  private static final QueueAttributeName WAITING =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
  private static final QueueAttributeName DELAYED =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
  private static final QueueAttributeName IN_FLIGHT =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

  /** Where a queue is, and where its dead letters are. */
  public record Urls(String queue, String deadLetters) {}

  @Override
  public List<Line> all() {
    return SideBySide.ask(List.copyOf(urls.keySet()), this::line);
  }

  private Line line(String name) {
    var answer =
        sqs.getQueueAttributes(get ->
                get.queueUrl(urls.get(name).queue()).attributeNames(WAITING, DELAYED, IN_FLIGHT))
            .attributes();
    return new Line(
        name,
        number(answer.get(WAITING)) + number(answer.get(DELAYED)),
        number(answer.get(IN_FLIGHT)),
        letters(name).count());
  }

  @Override
  public int redrive(String queue, int most) {
    var letters = letters(queue);
    int moved = 0;
    for (int step = -1; step != 0 && moved < most; moved += step) {
      step = letters.redrive(most - moved);
    }
    return moved;
  }

  private DeadLetters letters(String queue) {
    return new DeadLetters(sqs, urls.get(queue).deadLetters(), urls.get(queue).queue());
  }

  private static int number(String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }
}
