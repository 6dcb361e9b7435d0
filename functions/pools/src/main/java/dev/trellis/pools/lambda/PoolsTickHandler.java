package dev.trellis.pools.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.Sweep;
import dev.trellis.core.port.Tick;
import java.time.Duration;
import java.util.Map;

/**
 * Every minute: asks for a new look at each lead whose placement time alone may have changed and,
 * for a while, at the next of all leads if the playbook did.
 */
public final class PoolsTickHandler implements RequestHandler<Map<String, Object>, Void> {

  /** With room for the tick before it and for one page more. */
  private static final Duration SWEEPS = Duration.ofSeconds(10);

  private final Tick<ProfileUpdated> tick;
  private final Sweep<ProfileUpdated> sweep;

  public PoolsTickHandler() {
    this(PoolsWiring.ticksFromEnvironment());
  }

  private PoolsTickHandler(PoolsWiring.Ticks ticks) {
    this(ticks.tick(), ticks.sweep());
  }

  public PoolsTickHandler(Tick<ProfileUpdated> tick, Sweep<ProfileUpdated> sweep) {
    this.tick = tick;
    this.sweep = sweep;
  }

  @Override
  public Void handleRequest(Map<String, Object> schedule, Context context) {
    Log.info("ticked", "owner", "pools", "due", Integer.toString(tick.run()));
    var end = System.nanoTime() + SWEEPS.toNanos();
    var last = sweep.step();
    for (var next = last; next.isPresent() && System.nanoTime() < end; next = sweep.step()) {
      last = next;
    }
    last.ifPresent(far ->
        Log.info(
            "swept",
            "owner",
            "pools",
            "leads",
            Long.toString(far.leads()),
            "done",
            Boolean.toString(far.next() == null)));
    return null;
  }
}
