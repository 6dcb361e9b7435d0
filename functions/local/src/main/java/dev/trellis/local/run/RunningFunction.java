package dev.trellis.local.run;

import module java.base;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.Environment;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.TemplateException;

/**
 * A function of the template with its handler, started as Lambda would start it: JSON in and JSON
 * out, as many instances as the template allows and one where it sets no limit, each with one call
 * at a time and no longer than its timeout.
 */
public final class RunningFunction {

  private final LambdaFunction function;
  private final Supplier<Instance> start;
  private final Activity activity;
  private final Deque<Instance> waiting = new ConcurrentLinkedDeque<>();
  private final Semaphore places;

  private RunningFunction(LambdaFunction function, Supplier<Instance> start, Activity activity) {
    this.function = function;
    this.start = start;
    this.activity = activity;
    this.places = new Semaphore(function.mostInstances(), true);
    waiting.push(start.get());
  }

  /** Does something with what stands for AWS at hand, such as starting a handler. */
  @FunctionalInterface
  public interface Lending {
    <T> T lend(Supplier<T> work);
  }

  /**
   * Makes the handler, inside its environment.
   *
   * @param common variables that every function has here
   * @throws TemplateException if there is no such class, or a variable is missing
   */
  public static RunningFunction start(
      LambdaFunction function,
      Map<String, String> common,
      Lending lending,
      Clock clock,
      Activity activity) {
    var variables = new TreeMap<>(common);
    variables.putAll(function.variables());
    var type = type(function);
    Supplier<RequestHandler<Object, Object>> handler =
        () -> Environment.where(variables, clock, () -> instance(function, type));
    return new RunningFunction(function, () -> lending.lend(() -> new Instance(handler)), activity);
  }

  public LambdaFunction function() {
    return function;
  }

  /**
   * Calls the handler, once it is its turn.
   *
   * @throws Exception whatever the handler throws, or that its time has run out
   */
  public byte[] invoke(byte[] event) throws Exception {
    return activity.during(() -> {
      places.acquire();
      return occupied(event);
    });
  }

  /**
   * Calls the handler at once; empty if as many calls are under way as the template reserves for
   * the function.
   *
   * @throws Exception whatever the handler throws, or that its time has run out
   */
  public Optional<byte[]> invokeNow(byte[] event) throws Exception {
    if (function.reserved().isEmpty()) {
      return Optional.of(invoke(event));
    }
    return activity.during(
        () -> places.tryAcquire() ? Optional.of(occupied(event)) : Optional.empty());
  }

  private byte[] occupied(byte[] event) throws Exception {
    try {
      var instance = Optional.ofNullable(waiting.poll()).orElseGet(start);
      try {
        var context = new InvocationContext(function.id(), function.timeout());
        return instance.call(event, context, function.timeout());
      } finally {
        if (!instance.isOver()) {
          waiting.push(instance);
        }
      }
    } finally {
      places.release();
    }
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
}
