package dev.trellis.local.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Something to be done before each request of a client, which may refuse it by throwing. */
public final class Toll {

  private Toll() {}

  /** The client, with the toll on each of its requests. */
  public static <C> C on(Class<C> service, C client, Runnable toll) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (!isOwn(method, client)) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          toll.run();
          try {
            return method.invoke(client, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return service.cast(
        Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, handler));
  }

  // What the client leaves to its interface, such as reading page by page, makes requests in turn.
  private static boolean isOwn(Method method, Object client) throws NoSuchMethodException {
    return !method.isDefault()
        || !client
            .getClass()
            .getMethod(method.getName(), method.getParameterTypes())
            .getDeclaringClass()
            .isInterface();
  }
}
