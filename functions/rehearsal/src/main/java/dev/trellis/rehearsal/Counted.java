package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.port.MessageQueue;
import java.lang.reflect.Proxy;

/** Ports that count what is asked of them. */
final class Counted implements Ports {

  static final String QUEUE = "queue ";

  private final Map<String, Long> calls = new HashMap<>();

  /** How often each method was called, such as {@code MailLedger.claim}, and each queue sent to. */
  Map<String, Long> calls() {
    return calls;
  }

  @Override
  public <P> P port(Class<P> type, P port) {
    var names = new HashMap<Method, String>();
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              var name = names.computeIfAbsent(method, m -> name(type, m));
              calls.merge(name, 1L, Long::sum);
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static String name(Class<?> type, Method method) {
    return type.getSimpleName() + "." + method.getName();
  }

  @Override
  public <M> MessageQueue<M> queue(String name, Line<M> line) {
    var called = QUEUE + name;
    return messages -> {
      calls.merge(called, (long) messages.size(), Long::sum);
      line.send(messages);
    };
  }
}
