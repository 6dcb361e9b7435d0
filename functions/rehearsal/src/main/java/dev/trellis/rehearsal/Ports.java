package dev.trellis.rehearsal;

import dev.trellis.core.port.MessageQueue;

/** What stands between the use cases and the world of a rehearsal: it may count, or fail. */
public interface Ports {

  /** Nothing stands between. */
  Ports PLAIN =
      new Ports() {
        @Override
        public <P> P port(Class<P> type, P port) {
          return port;
        }

        @Override
        public <M> MessageQueue<M> queue(String name, Line<M> line) {
          return line;
        }
      };

  /** The port as the use cases shall see it. */
  <P> P port(Class<P> type, P port);

  /** The queue as its senders shall see it. */
  <M> MessageQueue<M> queue(String name, Line<M> line);
}
