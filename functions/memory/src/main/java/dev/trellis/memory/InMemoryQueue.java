package dev.trellis.memory;

import dev.trellis.core.port.MessageQueue;
import java.util.ArrayList;
import java.util.List;

/** A queue in memory that remembers all that was ever sent. */
public final class InMemoryQueue<M> implements MessageQueue<M> {

  private final List<M> sent = new ArrayList<>();
  private int taken;

  @Override
  public synchronized void send(List<M> messages) {
    sent.addAll(messages);
  }

  /** All that was ever sent, taken or not. */
  public synchronized List<M> sent() {
    return List.copyOf(sent);
  }

  /** Takes what waits, oldest first. */
  public synchronized List<M> take() {
    var waiting = List.copyOf(sent.subList(taken, sent.size()));
    taken = sent.size();
    return waiting;
  }
}
