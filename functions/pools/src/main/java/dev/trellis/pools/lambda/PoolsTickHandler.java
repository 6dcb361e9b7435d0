package dev.trellis.pools.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.trellis.aws.Trace;
import dev.trellis.aws.lambda.CallHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.aws.lambda.TimeLeft;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.Tick;
import dev.trellis.pools.ReachEverybody;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Every minute: asks for a new look at each lead whose placement time alone may have changed and,
 * for a while, takes a changed playbook on to everybody.
 */
public final class PoolsTickHandler implements CallHandler<Void> {

  /** Far longer than one takes. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(5);

  /** So that who has come due waits no longer than that. */
  private static final Duration SWEEPS = Duration.ofSeconds(20);

  private final Tick<ProfileUpdated> tick;
  private final ReachEverybody everybody;

  public PoolsTickHandler() {
    this(PoolsWiring.ticksFromEnvironment());
  }

  private PoolsTickHandler(PoolsWiring.Ticks ticks) {
    this(ticks.tick(), ticks.everybody());
  }

  public PoolsTickHandler(Tick<ProfileUpdated> tick, ReachEverybody everybody) {
    this.tick = tick;
    this.everybody = everybody;
  }

  @Override
  public Void handleRequest(Map<String, Object> schedule, Context context) {
    return Trace.begun(Instant.now()).during(() -> tick(context));
  }

  private Void tick(Context context) {
    var time = new TimeLeft(context);
    int due = 0;
    var isLast = false;
    while (!isLast && time.isMoreThan(ONE_PAGE)) {
      var step = tick.step();
      due += step.leads();
      isLast = step.isLast();
    }
    var done = Boolean.toString(isLast);
    Log.info("ticked", "owner", "pools", "due", Integer.toString(due), "done", done);
    if (isLast) {
      sweep(time);
    }
    return null;
  }

  private void sweep(TimeLeft time) {
    var end = System.nanoTime() + SWEEPS.toNanos();
    var minute = everybody.minute();
    var last = minute.step();
    for (var next = last;
        next.isPresent() && System.nanoTime() < end && time.isMoreThan(ONE_PAGE);
        next = minute.step()) {
      last = next;
    }
    last.ifPresent(far ->
        Log.info(
            "swept",
            "owner",
            "pools",
            "phase",
            far.phase().name(),
            "leads",
            Integer.toString(far.leads())));
  }
}
