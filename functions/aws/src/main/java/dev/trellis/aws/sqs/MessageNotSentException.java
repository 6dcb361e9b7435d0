package dev.trellis.aws.sqs;

/** SQS did not take every message; some may have been sent. */
public final class MessageNotSentException extends RuntimeException {
  public MessageNotSentException(String message) {
    super(message);
  }
}
