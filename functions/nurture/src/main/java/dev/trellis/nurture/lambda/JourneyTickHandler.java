package dev.trellis.nurture.lambda;

import module java.base;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.TimeLeft;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.port.Tick;

/** The schedule, every minute → journey signals for the leads whose timers or mails are due. */
public final class JourneyTickHandler implements RequestHandler<Map<String, Object>, Void> {

  /** Far longer than one takes. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(5);

  private final List<Tick<JourneySignal>> ticks;

  public JourneyTickHandler() {
    this(NurtureWiring.fromEnvironment().ticks());
  }

  public JourneyTickHandler(List<Tick<JourneySignal>> ticks) {
    this.ticks = List.copyOf(ticks);
  }

  // A page of each in turn: a crowd of one owner makes the other wait no longer than a page.
  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
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
    return null;
  }
}
