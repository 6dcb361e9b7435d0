package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.ClientSettings;

/** One started handler, which takes one call at a time and is over once it has taken too long. */
final class Instance {

  private final RequestHandler<Object, Object> handler;
  private final EventJson input;
  private final EventJson output;
  private volatile boolean isOver;

  /**
   * @param start makes the handler
   */
  Instance(Supplier<RequestHandler<Object, Object>> start) {
    handler =
        ClientSettings.passing(
            new ClientSettings.Gate() {
              @Override
              public <C> C before(Class<C> service, C client) {
                return Toll.on(service, client, Instance.this::pass);
              }
            },
            start);
    var method = method(handler.getClass());
    input = new EventJson(method.getGenericParameterTypes()[0]);
    output = new EventJson(method.getGenericReturnType());
  }

  boolean isOver() {
    return isOver;
  }

  /**
   * Calls the handler. What it still does after its time has run out reaches nobody: each further
   * request to AWS is refused, as it would not be made by a process that was ended.
   *
   * @throws Exception whatever the handler throws; {@link TimeoutException} if time ran out
   */
  byte[] call(byte[] event, Context context, Duration timeout) throws Exception {
    var call =
        new FutureTask<>(() -> output.write(handler.handleRequest(input.read(event), context)));
    Thread.ofVirtual().name(context.getFunctionName()).start(call);
    try {
      return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      isOver = true;
      throw new TimeoutException("Task timed out after " + timeout.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }

  private void pass() {
    if (isOver) {
      throw new IllegalStateException("this call's time has run out");
    }
  }

  // Besides the method with the handler's own types there is a bridge with those of the interface.
  private static Method method(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals("handleRequest") && !m.isBridge())
        .filter(m -> m.getParameterCount() == 2 && m.getParameterTypes()[1] == Context.class)
        .findFirst()
        .orElseThrow();
  }
}
