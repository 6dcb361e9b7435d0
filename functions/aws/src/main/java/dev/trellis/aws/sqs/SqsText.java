package dev.trellis.aws.sqs;

import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A queue that takes bodies as they are: what a person wrote down or sends once more.
 *
 * @param url of the queue
 */
public record SqsText(SqsClient sqs, String url) implements Consumer<String> {

  /** Returns once the message is durable. */
  @Override
  public void accept(String body) {
    sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
  }
}
