package dev.trellis.core.port;

import module java.base;

/** The queues between the functions, as people see them, and the way back for dead letters. */
public interface WorkQueues {

  /** All queues by name, such as {@code lead-events}. */
  List<Line> all();

  /** How long the oldest message of a queue waits, by the queue's name, as far as it is known. */
  default Map<String, Duration> oldest() {
    return Map.of();
  }

  /**
   * Brings dead letters back to their queue.
   *
   * @param queue a name of {@link #all}
   * @return how many; fewer than asked for if there are no more
   */
  int redrive(String queue, int most);

  /**
   * About how many messages there are.
   *
   * @param waiting for a function, now or later
   * @param inFlight with a function now
   * @param deadLetters that failed too often
   */
  record Line(String name, int waiting, int inFlight, int deadLetters) {}
}
