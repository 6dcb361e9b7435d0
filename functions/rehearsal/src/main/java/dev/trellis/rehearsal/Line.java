package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.port.MessageQueue;

/** A queue of which one message is worked off after the other; what fails comes again. */
public final class Line<M> implements MessageQueue<M> {

  /** As long as a message that was taken stays invisible. */
  private static final Duration INVISIBLE = Duration.ofMinutes(3);

  private final Clock clock;
  private final int tries;
  private final PriorityQueue<Waiting<M>> waiting =
      new PriorityQueue<>(
          Comparator.<Waiting<M>, Instant>comparing(Waiting::at)
              .thenComparingLong(Waiting::number));
  private long numbered;

  /**
   * @param tries after so many the failure is thrown
   */
  Line(Clock clock, int tries) {
    this.clock = clock;
    this.tries = tries;
  }

  private record Waiting<M>(Instant at, long number, int tries, M message) {}

  /** Whoever works a message off. */
  @FunctionalInterface
  interface Work<M> {
    void take(M message, boolean again);
  }

  @Override
  public void send(List<M> messages) {
    messages.forEach(message -> send(message, Duration.ZERO));
  }

  /** Sends a message that takes its time. */
  public void send(M message, Duration delay) {
    waiting.add(new Waiting<>(clock.instant().plus(delay), numbered++, 0, message));
  }

  /** How many messages were sent. */
  long sent() {
    return numbered;
  }

  /** The messages that were not worked off yet, in no order. */
  List<M> waiting() {
    return waiting.stream().map(Waiting::message).toList();
  }

  /** When the next message may be worked off. */
  Optional<Instant> next() {
    return Optional.ofNullable(waiting.peek()).map(Waiting::at);
  }

  /** Works off one message; false if none is there now. */
  boolean work(Work<M> work) {
    var first = waiting.peek();
    if (first == null || first.at().isAfter(clock.instant())) {
      return false;
    }
    waiting.poll();
    try {
      work.take(first.message(), first.tries() > 0);
    } catch (RuntimeException e) {
      if (first.tries() + 1 >= tries) {
        throw e;
      }
      var later = clock.instant().plus(INVISIBLE);
      waiting.add(new Waiting<>(later, first.number(), first.tries() + 1, first.message()));
    }
    return true;
  }
}
