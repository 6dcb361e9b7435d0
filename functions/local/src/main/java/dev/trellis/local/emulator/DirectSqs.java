package dev.trellis.local.emulator;

import module java.base;

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
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;
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
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * ElasticMQ in this process: what happens to messages is asked of its queues themselves, and
 * logged; only how queues are made goes by HTTP. What it cannot do throws {@link
 * UnsupportedOperationException}.
 */
final class DirectSqs implements SqsClient {

  /** Longer than a long poll. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final ActorRef manager;
  private final SqsClient http;
  private final QueueLog log;
  private final Map<String, ActorRef> queues = new ConcurrentHashMap<>();

  DirectSqs(ActorRef manager, SqsClient http, QueueLog log) {
    this.manager = manager;
    this.http = http;
    this.log = log;
  }

  /** Puts back what the log says to wait in a queue: to be received at once, and once more. */
  void restore(String name) {
    var kept = log.waiting(name).stream().map(QueuedMessage::kept).toList();
    ask(queue(name), new RestoreMessages(CollectionConverters.asScala(kept).toList())).join();
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
    send(
        request.queueUrl(),
        Stream.of(Sent.of(request.messageBody(), request.messageSystemAttributes())));
    return SendMessageResponse.builder().build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    send(
        request.queueUrl(),
        request.entries().stream()
            .map(entry -> Sent.of(entry.messageBody(), entry.messageSystemAttributes())));
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
    var lines = new ArrayList<QueueLog.Line>();
    for (var each : CollectionConverters.asJava((Seq<?>) answer.join())) {
      var message = (MessageData) each;
      messages.add(QueuedMessage.toSdk(message));
      lines.add(
          QueueLog.Line.received(
              message.id().id(), message.statistics().approximateReceiveCount()));
    }
    log.append(lines);
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

  private record Sent(String body, String trace) {

    static Sent of(
        String body, Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> said) {
      var trace = said.get(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER);
      return new Sent(body, trace == null ? null : trace.stringValue());
    }
  }

  private void send(String url, Stream<Sent> messages) {
    var queue = queue(url);
    var now = System.currentTimeMillis();
    var lines =
        messages
            .map(m ->
                new QueueLog.Line(
                    UUID.randomUUID().toString(), name(url), now, 0, m.body(), m.trace()))
            .toList();
    log.append(lines);
    askAll(queue, lines.stream().map(line -> new SendMessage(QueuedMessage.sent(line))));
  }

  // One that was handed out anew meanwhile stays.
  private void delete(String url, Stream<String> receipts) {
    var all = receipts.map(DeliveryReceipt::new).toList();
    var answers = askAll(queue(url), all.stream().map(DeleteMessage::new));
    log.append(
        IntStream.range(0, all.size())
            .filter(i -> ((Either<?, ?>) answers.get(i)).isRight())
            .mapToObj(i -> QueueLog.Line.done(all.get(i).extractId().id()))
            .toList());
  }

  // Asks them all and then waits for the answers.
  private static List<Object> askAll(ActorRef queue, Stream<?> messages) {
    var asked = messages.map(message -> ask(queue, message)).toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private ActorRef queue(String url) {
    return queues.computeIfAbsent(name(url), this::find);
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
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
