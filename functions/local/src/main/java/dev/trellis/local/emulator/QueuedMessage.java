package dev.trellis.local.emulator;

import module java.base;

import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageData;
import org.elasticmq.MessageId;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NewMessageData;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.mutable.ArrayBuffer;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A message in ElasticMQ's own terms and in those of the SDK. */
final class QueuedMessage {

  private QueuedMessage() {}

  /** A message that may be received at once. */
  static NewMessageData sent(QueueLog.Line line) {
    return new NewMessageData(
        Option.apply(new MessageId(line.id())),
        new MessageContent(line.body()),
        Map$.MODULE$.empty(),
        ImmediateNextDelivery$.MODULE$,
        Option.empty(),
        Option.empty(),
        0,
        trace(line),
        Option.empty(),
        Option.empty());
  }

  /** A message that was sent to a former run, which may have received it. */
  static InternalMessage kept(QueueLog.Line line) {
    return new InternalMessage(
        line.id(),
        new ArrayBuffer<>(),
        line.sent(),
        new MessageContent(line.body()),
        Map$.MODULE$.empty(),
        Instant.ofEpochMilli(line.sent()).atOffset(ZoneOffset.UTC),
        0,
        NeverReceived$.MODULE$,
        line.received(),
        false,
        Option.empty(),
        Option.empty(),
        trace(line),
        Option.empty(),
        Option.empty());
  }

  /** A message as it was just received. */
  static Message toSdk(MessageData message) {
    var body = message.content().value();
    return Message.builder()
        .messageId(message.id().id())
        .receiptHandle(message.deliveryReceipt().get().receipt())
        .body(body)
        .md5OfBody(md5(body))
        .attributes(attributes(message))
        .build();
  }

  private static Map<MessageSystemAttributeName, String> attributes(MessageData message) {
    var attributes =
        new EnumMap<MessageSystemAttributeName, String>(MessageSystemAttributeName.class);
    attributes.put(
        MessageSystemAttributeName.SENT_TIMESTAMP,
        Long.toString(message.created().toInstant().toEpochMilli()));
    attributes.put(
        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
        Integer.toString(message.statistics().approximateReceiveCount()));
    attributes.put(
        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
        Long.toString(firstReceived(message)));
    if (message.tracingId().isDefined()) {
      attributes.put(MessageSystemAttributeName.AWS_TRACE_HEADER, message.tracingId().get().id());
    }
    return attributes;
  }

  private static Option<TracingId> trace(QueueLog.Line line) {
    return line.trace() == null ? Option.empty() : Option.apply(new TracingId(line.trace()));
  }

  private static long firstReceived(MessageData message) {
    return message.statistics().approximateFirstReceive() instanceof OnDateTimeReceived received
        ? received.when().toInstant().toEpochMilli()
        : 0;
  }

  private static String md5(String body) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
