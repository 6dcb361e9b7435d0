package dev.trellis.core.port;

import java.util.List;

/** A queue as its senders see it. Delivery is at least once and in any order. */
public interface MessageQueue<M> {

  /** Returns once every message is durable; otherwise throws, and some may have been sent. */
  void send(List<M> messages);

  default void send(M message) {
    send(List.of(message));
  }
}
