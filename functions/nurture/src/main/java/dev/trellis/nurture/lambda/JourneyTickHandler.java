package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.port.Tick;
import java.util.List;
import java.util.Map;

/** The schedule, every minute → journey signals for the leads whose timers or mails are due. */
public final class JourneyTickHandler implements RequestHandler<Map<String, Object>, Void> {

  private final List<Tick<JourneySignal>> ticks;

  public JourneyTickHandler() {
    this(NurtureWiring.fromEnvironment().ticks());
  }

  public JourneyTickHandler(List<Tick<JourneySignal>> ticks) {
    this.ticks = List.copyOf(ticks);
  }

  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    var leads = ticks.stream().mapToInt(Tick::run).sum();
    Log.info("tick", "owner", "nurture", "leads", Integer.toString(leads));
    return null;
  }
}
