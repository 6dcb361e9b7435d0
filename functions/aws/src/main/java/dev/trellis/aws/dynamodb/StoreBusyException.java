package dev.trellis.aws.dynamodb;

/** DynamoDB did not do all that was asked, though asked several times. */
public final class StoreBusyException extends RuntimeException {
  public StoreBusyException(String message) {
    super(message);
  }
}
