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
import dev.trellis.nurture.SendLetters;
import dev.trellis.nurture.SendingDesk;

/**
 * The schedule, every minute → journey signals for the leads whose timers or mails are due. A
 * person who calls it says {@code {"sending": "pause"}} or {@code {"sending": "resume"}}, and is
 * told what became of it.
 */
public final class JourneyTickHandler implements CallHandler<Map<String, String>> {

  /** Far longer than one takes. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(5);

  /** So that who has come due waits no longer than that. */
  private static final Duration LETTERS = Duration.ofSeconds(10);

  private final List<Tick<JourneySignal>> ticks;
  private final Supplier<SendLetters.Minute> letters;
  private final SendingDesk desk;

  public JourneyTickHandler() {
    this(NurtureWiring.fromEnvironment().ticks());
  }

  private JourneyTickHandler(NurtureWiring.Schedules schedules) {
    this(schedules.ticks(), () -> schedules.letters().minute(), schedules.desk());
  }

  /**
   * @param letters what is done about letters within a minute
   */
  public JourneyTickHandler(
      List<Tick<JourneySignal>> ticks, Supplier<SendLetters.Minute> letters, SendingDesk desk) {
    this.letters = letters;
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
    if (under.isEmpty()) {
      send(time);
    }
    desk.now().ifPresent(MailLog::waiting);
    return null;
  }

  private void send(TimeLeft time) {
    var end = System.nanoTime() + LETTERS.toNanos();
    var minute = letters.get();
    for (var next = minute.step();
        next.isPresent();
        next = isTime(time, end) ? minute.step() : Optional.empty()) {
      var far = next.get();
      Log.info(
          "letter",
          "letter",
          far.letter(),
          "phase",
          far.phase().name(),
          "members",
          Integer.toString(far.members()));
    }
  }

  private static boolean isTime(TimeLeft time, long end) {
    return System.nanoTime() < end && time.isMoreThan(ONE_PAGE);
  }
}
