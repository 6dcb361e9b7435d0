package dev.trellis.aws.sqs;

import module java.base;

import dev.trellis.aws.SideBySide;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.port.WorkQueues;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues on SQS, which counts about.
 *
 * @param urls of each queue and of its dead letters, by its name
 * @param ages of messages, where anybody tells them
 */
public record SqsWorkQueues(SqsClient sqs, SortedMap<String, Urls> urls, Optional<QueueAges> ages)
    implements WorkQueues {

  private static final QueueAttributeName WAITING =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
  private static final QueueAttributeName DELAYED =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
  private static final QueueAttributeName IN_FLIGHT =
      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

  /** Where nobody tells how old messages are. */
  public SqsWorkQueues(SqsClient sqs, SortedMap<String, Urls> urls) {
    this(sqs, urls, Optional.empty());
  }

  /** Where a queue is, and where its dead letters are. */
  public record Urls(String queue, String deadLetters) {}

  @Override
  public List<Line> all() {
    return SideBySide.ask(List.copyOf(urls.keySet()), this::line);
  }

  // That nobody tells ages now is no reason to show nothing of the queues.
  @Override
  public Map<String, Duration> oldest() {
    var names = new TreeMap<String, String>();
    urls.forEach((name, url) -> names.put(onAws(url.queue()), name));
    try {
      var oldest = new TreeMap<String, Duration>();
      ages.map(known -> known.of(List.copyOf(names.keySet())))
          .ifPresent(all -> all.forEach((queue, age) -> oldest.put(names.get(queue), age)));
      return oldest;
    } catch (UncheckedIOException | SdkException e) {
      Log.failure("ages of messages are not known", e);
      return Map.of();
    }
  }

  private static String onAws(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
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
