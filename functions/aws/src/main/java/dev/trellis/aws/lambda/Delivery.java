package dev.trellis.aws.lambda;

import java.time.Instant;

/**
 * How a message came.
 *
 * @param receiveCount 1 the first time
 * @param sentAt when it was put into the queue; {@code Instant.EPOCH} if the queue does not say
 */
public record Delivery(int receiveCount, Instant sentAt) {

  /** True if the message was handed out before: whoever had it may have done half of the work. */
  public boolean again() {
    return receiveCount > 1;
  }
}
