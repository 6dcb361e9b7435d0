package dev.trellis.core.port;

import java.security.SecureRandom;

/**
 * One try of what fails while others are in the way, such as a change that is written only if
 * nobody else wrote since it was read. Before the next one comes a random pause, longer each time,
 * so that many who want the same do not meet again and again.
 *
 * @param what is wanted; holds nothing personal
 * @param number 1 for the first
 */
public record Attempt(String what, int number) {

  public static final int MOST = 8;

  /** Milliseconds; doubled each time. */
  private static final long PAUSE = 25;

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Attempt first(String what) {
    return new Attempt(what, 1);
  }

  public boolean isFirst() {
    return number == 1;
  }

  /**
   * Waits a moment.
   *
   * @throws ContentionException after eight attempts: let the message come again later
   */
  public Attempt next() {
    if (number == MOST) {
      throw new ContentionException(what, MOST);
    }
    try {
      Thread.sleep(RANDOM.nextLong(PAUSE << number));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentionException(what, number);
    }
    return new Attempt(what, number + 1);
  }
}
