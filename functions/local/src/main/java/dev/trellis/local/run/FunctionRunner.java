package dev.trellis.local.run;

import module java.base;

import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.template.LambdaFunction;

/** All functions of a template, started, and the pollers that feed them from their queues. */
public final class FunctionRunner implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(5);

  private final List<RunningFunction> functions = new ArrayList<>();
  private final List<QueuePoller> pollers = new ArrayList<>();

  /**
   * @param common variables that every function has here
   */
  public FunctionRunner(
      List<LambdaFunction> template,
      Map<String, String> common,
      RunningFunction.Lending lending,
      SqsEmulator sqs,
      Clock clock,
      Activity activity) {
    for (var function : template) {
      var running = RunningFunction.start(function, common, lending, clock, activity);
      functions.add(running);
      for (var source : function.queueSources()) {
        for (int i = 0; i < source.atOnce(); i++) {
          pollers.add(new QueuePoller(running, source, sqs, clock, activity));
        }
      }
    }
  }

  public List<RunningFunction> functions() {
    return List.copyOf(functions);
  }

  /** Begins to work on the queues. */
  public void start() {
    pollers.forEach(QueuePoller::start);
  }

  @Override
  public void close() {
    pollers.forEach(QueuePoller::stop);
    try {
      for (var poller : pollers) {
        poller.join(STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
