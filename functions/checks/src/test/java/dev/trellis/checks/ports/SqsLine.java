package dev.trellis.checks.ports;

import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A new SQS queue, seen from both ends. */
final class SqsLine implements MessageQueueContract.Line {

  private static final int ROUNDS = 20;

  private final SqsClient sqs;
  private final String url;

  SqsLine(SqsClient sqs) {
    this.sqs = sqs;
    this.url = sqs.createQueue(queue -> queue.queueName("line-" + Ids.random())).queueUrl();
  }

  @Override
  public MessageQueue<ProfileUpdated> in() {
    return new SqsQueue<>(sqs, url);
  }

  @Override
  public List<String> receive(int count) {
    var bodies = new ArrayList<String>();
    for (int round = 0; bodies.size() < count && round < ROUNDS; round++) {
      sqs
          .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
          .messages()
          .stream()
          .map(Message::body)
          .forEach(bodies::add);
    }
    return bodies;
  }
}
