package dev.trellis.local.run;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.Surroundings;

/** Calls every scheduled handler once, as the scheduler does every minute. */
public final class Ticks implements Runnable {

  private final List<RunningFunction> functions;
  private final Clock clock;

  public Ticks(List<RunningFunction> functions, Clock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  @Override
  public void run() {
    for (var running : functions) {
      for (var tick : running.function().ticks()) {
        try {
          running.invoke(event(running.function(), tick).getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
          Failures.report(running.function().id(), e);
        }
      }
    }
  }

  private String event(LambdaFunction function, LambdaFunction.Tick tick) {
    if (tick.input() != null) {
      return tick.input()
          .replace("<aws.scheduler.scheduled-time>", clock.instant().toString())
          .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString());
    }
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", tick.source());
    event.put("account", Surroundings.ACCOUNT);
    event.put("time", clock.instant().toString());
    event.put("region", Surroundings.REGION);
    event.put("resources", List.of("local:" + function.id() + tick.id()));
    event.put("detail", "{}");
    return Json.compose(event);
  }
}
