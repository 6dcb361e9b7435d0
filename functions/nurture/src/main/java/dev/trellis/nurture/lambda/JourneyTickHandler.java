package dev.trellis.nurture.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.port.Tick;
import dev.trellis.nurture.SendingDesk;
import java.util.List;
import java.util.Map;

/**
 * The schedule, every minute → journey signals for the leads whose timers or mails are due. A
 * person who calls it says {@code {"sending": "stop"}} or {@code {"sending": "resume"}}.
 */
public final class JourneyTickHandler implements RequestHandler<Map<String, Object>, Void> {

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
  public Void handleRequest(Map<String, Object> event, Context context) {
    switch (String.valueOf(event.get("sending"))) {
      case "stop" -> desk.stop();
      case "resume" -> desk.resume();
      default -> {}
    }
    var leads = ticks.stream().mapToInt(Tick::run).sum();
    Log.info("tick", "owner", "nurture", "leads", Integer.toString(leads));
    return null;
  }
}
