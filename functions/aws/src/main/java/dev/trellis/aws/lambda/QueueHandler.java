package dev.trellis.aws.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Takes batches of SQS records, and reads them itself. */
public interface QueueHandler
    extends RequestHandler<SQSEvent, SQSBatchResponse>, RequestStreamHandler {

  @Override
  default void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Streams.answer(in, out, event -> told(handleRequest(read(event), context)));
  }

  /** A batch as Lambda hands it over; message attributes, which no queue of ours has, are left. */
  static SQSEvent read(Map<String, Object> event) {
    var batch = new SQSEvent();
    batch.setRecords(Streams.maps(event, "Records").map(QueueHandler::message).toList());
    return batch;
  }

  private static SQSMessage message(Map<String, Object> told) {
    var message = new SQSMessage();
    message.setMessageId(Streams.text(told, "messageId"));
    message.setReceiptHandle(Streams.text(told, "receiptHandle"));
    message.setBody(Streams.text(told, "body"));
    message.setMd5OfBody(Streams.text(told, "md5OfBody"));
    message.setAttributes(Streams.texts(told, "attributes"));
    message.setEventSource(Streams.text(told, "eventSource"));
    message.setEventSourceArn(Streams.text(told, "eventSourceARN"));
    message.setMessageAttributes(Map.of());
    message.setAwsRegion(Streams.text(told, "awsRegion"));
    return message;
  }

  private static Map<String, Object> told(SQSBatchResponse response) {
    return Map.of(
        "batchItemFailures",
        response.getBatchItemFailures().stream()
            .map(failure -> Map.of("itemIdentifier", failure.getItemIdentifier()))
            .toList());
  }
}
