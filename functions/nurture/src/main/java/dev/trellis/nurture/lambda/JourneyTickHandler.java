package dev.trellis.nurture.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import dev.trellis.aws.Trace;
import dev.trellis.aws.lambda.CallHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.Metrics;
import dev.trellis.aws.lambda.TimeLeft;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.port.Tick;
import dev.trellis.nurture.SendingDesk;

/**
 * The schedule, every minute → journey signals for the leads whose timers or mails are due. A
 * person who calls it says {@code {"sending": "pause"}} or {@code {"sending": "resume"}}, and is
 * told what became of it.
 */
public final class JourneyTickHandler implements CallHandler<Map<String, String>> {

  /** Far longer than one takes. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(5);

  private final List<Tick<JourneySignal>> ticks;
  private final SendingDesk desk;

  public JourneyTickHandler() {
    this(NurtureWiring.fromEnvironment().ticks());
  }

  private JourneyTickHandler(NurtureWiring.Schedules schedules) {
    this(schedules.ticks(), schedules.desk());
  }

  public JourneyTickHandler(List<Tick<JourneySignal>> ticks, SendingDesk desk) {
    this.ticks = List.copyOf(ticks);
    this.desk = desk;
  }

  @Override
  public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("sending")) {
      return Map.of("sending", desk.say(String.valueOf(event.get("sending"))).name());
    }
    return Trace.begun(Instant.now()).during(() -> Metrics.during(() -> tick(context)));
  }

  // A page of each in turn: a crowd of one owner makes the other wait no longer than a page.
  private Map<String, String> tick(Context context) {
    var time = new TimeLeft(context);
    var under = new ArrayDeque<>(ticks);
    int leads = 0;
    while (!under.isEmpty() && time.isMoreThan(ONE_PAGE)) {
      var tick = under.remove();
      var step = tick.step();
      leads += step.leads();
      if (!step.isLast()) {
        under.add(tick);
      }
    }
    var done = Boolean.toString(under.isEmpty());
    Log.info("tick", "owner", "nurture", "leads", Integer.toString(leads), "done", done);
    desk.now().ifPresent(MailLog::waiting);
    return null;
  }
}
