package dev.trellis.pools.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.Tick;
import java.util.Map;

/** Every minute: asks for a new look at each lead whose placement time alone may have changed. */
public final class PoolsTickHandler implements RequestHandler<Map<String, Object>, Void> {

  private final Tick<ProfileUpdated> tick;

  public PoolsTickHandler() {
    this(PoolsWiring.tickFromEnvironment());
  }

  public PoolsTickHandler(Tick<ProfileUpdated> tick) {
    this.tick = tick;
  }

  @Override
  public Void handleRequest(Map<String, Object> schedule, Context context) {
    Log.info("ticked", "owner", "pools", "due", Integer.toString(tick.run()));
    return null;
  }
}
