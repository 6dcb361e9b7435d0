package dev.trellis.nurture;

import module java.base;

/** A port around one of whose methods something else happens. */
final class Disturbed {

  private Disturbed() {}

  static <T> T before(String method, Consumer<Object> what, Class<T> port, T real) {
    return of(port, real, name -> name.equals(method), what, _ -> {});
  }

  static <T> T after(String method, Consumer<Object> what, Class<T> port, T real) {
    return of(port, real, name -> name.equals(method), _ -> {}, what);
  }

  private static <T> T of(
      Class<T> port,
      T real,
      Predicate<String> which,
      Consumer<Object> before,
      Consumer<Object> after) {
    return port.cast(
        java.lang.reflect.Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, values) -> {
              try {
                if (which.test(method.getName())) {
                  before.accept(real);
                }
                var answer = method.invoke(real, values);
                if (which.test(method.getName())) {
                  after.accept(real);
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
