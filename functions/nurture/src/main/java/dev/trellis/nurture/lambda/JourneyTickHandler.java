package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.timer.Tick;
import java.util.Map;

/** The schedule, every minute → journey signals for the leads whose timers are due. */
public final class JourneyTickHandler implements RequestHandler<Map<String, Object>, Void> {

  private final Tick<JourneySignal> tick;

  public JourneyTickHandler() {
    this(NurtureWiring.fromEnvironment().tick());
  }

  public JourneyTickHandler(Tick<JourneySignal> tick) {
    this.tick = tick;
  }

  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    Log.info("tick", "owner", "nurture", "leads", Integer.toString(tick.run()));
    return null;
  }
}
