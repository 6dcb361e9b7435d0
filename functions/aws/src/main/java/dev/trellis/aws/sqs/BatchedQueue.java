package dev.trellis.aws.sqs;

import dev.trellis.aws.Trace;
import dev.trellis.core.port.MessageQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue for whoever works on messages in batches: what the records of one batch send goes out
 * together at its end, in as few requests as SQS allows. So a message is durable before the record
 * that caused it is acknowledged, but not yet when {@code send} returns: only for work that sends
 * again when its record comes again. For one thread, as Lambda gives each instance.
 */
public final class BatchedQueue<M> implements MessageQueue<M> {

  private final MessageQueue<M> queue;
  private final List<M> waiting = new ArrayList<>();

  public BatchedQueue(MessageQueue<M> queue) {
    this.queue = queue;
  }

  @Override
  public void send(List<M> messages) {
    messages.forEach(message -> waiting.add(Trace.keep(message)));
  }

  /**
   * Returns once every message is durable; otherwise throws, and the whole batch must come again.
   */
  public void sendAll() {
    var all = List.copyOf(waiting);
    waiting.clear();
    if (!all.isEmpty()) {
      queue.send(all);
    }
  }
}
