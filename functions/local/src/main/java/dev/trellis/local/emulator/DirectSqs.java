package dev.trellis.local.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.MessageData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.QueueStatistics;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * ElasticMQ in this process: what happens to messages is asked of its queues themselves, and only
 * how queues are made goes by HTTP. What it cannot do throws {@link UnsupportedOperationException}.
 */
final class DirectSqs implements SqsClient {

  /** Longer than a long poll. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final ActorRef manager;
  private final SqsClient http;
  private final Map<String, ActorRef> queues = new ConcurrentHashMap<>();

  DirectSqs(ActorRef manager, SqsClient http) {
    this.manager = manager;
    this.http = http;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    http.close();
  }

  @Override
  public CreateQueueResponse createQueue(CreateQueueRequest request) {
    return http.createQueue(request);
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    return http.listQueues(request);
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    send(request.queueUrl(), Stream.of(request.messageBody()));
    return SendMessageResponse.builder().build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    send(request.queueUrl(), request.entries().stream().map(entry -> entry.messageBody()));
    return SendMessageBatchResponse.builder().build();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    var wait = request.waitTimeSeconds() == null ? 0 : request.waitTimeSeconds();
    var most = request.maxNumberOfMessages() == null ? 1 : request.maxNumberOfMessages();
    var answer =
        ask(
            queue(request.queueUrl()),
            new ReceiveMessages(
                DefaultVisibilityTimeout$.MODULE$,
                most,
                wait == 0 ? Option.empty() : Option.apply(Duration.ofSeconds(wait)),
                Option.empty()));
    var messages = new ArrayList<software.amazon.awssdk.services.sqs.model.Message>();
    for (var message : CollectionConverters.asJava((Seq<?>) answer.join())) {
      messages.add(QueuedMessage.toSdk((MessageData) message));
    }
    return ReceiveMessageResponse.builder().messages(messages).build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    delete(request.queueUrl(), Stream.of(request.receiptHandle()));
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
    delete(request.queueUrl(), request.entries().stream().map(entry -> entry.receiptHandle()));
    return DeleteMessageBatchResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    ask(
            queue(request.queueUrl()),
            new UpdateVisibilityTimeout(
                new DeliveryReceipt(request.receiptHandle()),
                MillisVisibilityTimeout.fromSeconds(request.visibilityTimeout())))
        .join();
    return ChangeMessageVisibilityResponse.builder().build();
  }

  /** Always how many messages there are, whatever was asked. */
  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    var asked = ask(queue(request.queueUrl()), new GetQueueStatistics(System.currentTimeMillis()));
    var counts = (QueueStatistics) asked.join();
    return GetQueueAttributesResponse.builder()
        .attributes(
            Map.of(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                Long.toString(counts.approximateNumberOfVisibleMessages()),
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                Long.toString(counts.approximateNumberOfInvisibleMessages()),
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                Long.toString(counts.approximateNumberOfMessagesDelayed())))
        .build();
  }

  private void send(String url, Stream<String> bodies) {
    askAll(url, bodies.map(body -> new SendMessage(QueuedMessage.fromBody(body))));
  }

  private void delete(String url, Stream<String> receipts) {
    askAll(url, receipts.map(receipt -> new DeleteMessage(new DeliveryReceipt(receipt))));
  }

  // Asks them all and then waits for the answers.
  private void askAll(String url, Stream<?> messages) {
    var queue = queue(url);
    List<CompletableFuture<Object>> asked =
        messages.map(message -> ask(queue, message)).collect(Collectors.toList());
    asked.forEach(CompletableFuture::join);
  }

  private ActorRef queue(String url) {
    return queues.computeIfAbsent(url.substring(url.lastIndexOf('/') + 1), this::find);
  }

  private ActorRef find(String name) {
    var found = (Option<?>) ask(manager, new LookupQueue(name)).join();
    if (found.isEmpty()) {
      throw new IllegalStateException("there is no queue " + name);
    }
    return (ActorRef) found.get();
  }

  private static CompletableFuture<Object> ask(ActorRef whom, Object what) {
    return Patterns.ask(whom, what, ANSWER).toCompletableFuture();
  }
}
