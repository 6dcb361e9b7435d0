package dev.trellis.scoring.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.trellis.aws.lambda.CallHandler;
import dev.trellis.aws.lambda.Log;
import dev.trellis.scoring.RekeyIdentities;
import java.time.Duration;
import java.util.Map;

/** Called by an operator after the key of identities was replaced, until it answers done. */
public final class RekeyHandler implements CallHandler<Map<String, Object>> {

  /** With room for one page more, of leads with long logs. */
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final RekeyIdentities rekey;

  public RekeyHandler() {
    this(ScoringWiring.rekeyFromEnvironment());
  }

  public RekeyHandler(RekeyIdentities rekey) {
    this.rekey = rekey;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> call, Context context) {
    var end = System.nanoTime() + LASTS.toNanos();
    var far = rekey.run(() -> System.nanoTime() < end);
    var leads = far.map(f -> f.leads()).orElse(0L);
    var isDone = far.map(f -> f.next() == null).orElse(true);
    Log.info("rekeyed", "leads", Long.toString(leads), "done", Boolean.toString(isDone));
    return Map.of("leads", leads, "done", isDone);
  }
}
