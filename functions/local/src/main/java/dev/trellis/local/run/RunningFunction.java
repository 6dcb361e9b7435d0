package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.Environment;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.TemplateException;

/**
 * A function of the template with its handler, started as Lambda would start it: one instance, one
 * call at a time, JSON in and JSON out.
 */
public final class RunningFunction {

  private final LambdaFunction function;
  private final RequestHandler<Object, Object> handler;
  private final EventJson input;
  private final EventJson output;
  private final Activity activity;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  private RunningFunction(
      LambdaFunction function, RequestHandler<Object, Object> handler, Activity activity) {
    this.function = function;
    this.handler = handler;
    this.activity = activity;
    var method = method(handler.getClass());
    this.input = new EventJson(method.getGenericParameterTypes()[0]);
    this.output = new EventJson(method.getGenericReturnType());
  }

  /**
   * Makes the handler, inside its environment.
   *
   * @param common variables that every function has here
   * @throws TemplateException if there is no such class, or a variable is missing
   */
  public static RunningFunction start(
      LambdaFunction function, Map<String, String> common, Clock clock, Activity activity) {
    var variables = new TreeMap<>(common);
    variables.putAll(function.variables());
    var type = type(function);
    return Environment.where(
        variables, clock, () -> new RunningFunction(function, instance(function, type), activity));
  }

  public LambdaFunction function() {
    return function;
  }

  /**
   * Calls the handler.
   *
   * @throws Exception whatever the handler throws
   */
  public byte[] invoke(byte[] event) throws Exception {
    return activity.during(() -> {
      oneAtATime.lock();
      try {
        var context = new InvocationContext(function.id(), function.timeout());
        return output.write(handler.handleRequest(input.read(event), context));
      } finally {
        oneAtATime.unlock();
      }
    });
  }

  private static Class<?> type(LambdaFunction function) {
    try {
      return Class.forName(function.handler());
    } catch (ClassNotFoundException e) {
      throw new TemplateException(
          function.id(),
          "names the handler " + function.handler() + ", which does not exist",
          "Correct Handler, or build the class");
    }
  }

  @SuppressWarnings("unchecked")
  private static RequestHandler<Object, Object> instance(LambdaFunction function, Class<?> type) {
    try {
      return (RequestHandler<Object, Object>) type.getConstructor().newInstance();
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw failed(function, e.getCause());
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new TemplateException(
          function.id(),
          "names the handler " + function.handler() + ", which cannot be started",
          "It must be a RequestHandler with a public constructor without arguments");
    }
  }

  private static TemplateException failed(LambdaFunction function, Throwable cause) {
    var failure =
        new TemplateException(
            function.id(),
            "does not start: " + cause.getMessage(),
            "Correct its Environment, or what " + function.handler() + " reads from it");
    failure.initCause(cause);
    return failure;
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
