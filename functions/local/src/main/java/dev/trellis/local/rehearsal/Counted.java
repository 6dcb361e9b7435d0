package dev.trellis.local.rehearsal;

import dev.trellis.core.port.MessageQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** Ports that count what is asked of them. */
final class Counted implements Ports {

  static final String QUEUE = "queue ";

  private final Map<String, Long> calls = new TreeMap<>();

  /** How often each method was called, such as {@code MailLedger.claim}, and each queue sent to. */
  Map<String, Long> calls() {
    return calls;
  }

  @Override
  public <P> P port(Class<P> type, P port) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              calls.merge(type.getSimpleName() + "." + method.getName(), 1L, Long::sum);
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public <M> MessageQueue<M> queue(String name, Line<M> line) {
    return messages -> {
      calls.merge(QUEUE + name, (long) messages.size(), Long::sum);
      line.send(messages);
    };
  }
}
