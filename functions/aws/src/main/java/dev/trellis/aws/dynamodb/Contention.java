package dev.trellis.aws.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pause before another try when others were in the way: random, and longer each time. */
final class Contention {

  static final int TRIES = 6;
  private static final Duration FIRST = Duration.ofMillis(20);

  private Contention() {}

  /**
   * @param round 1 before the second try
   */
  static void pause(int round) {
    var longest = FIRST.toMillis() << round;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for DynamoDB", e);
    }
  }
}
