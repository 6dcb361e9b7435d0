package dev.trellis.console.view;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.sweep.Rollout;
import dev.trellis.core.port.sweep.Rollout.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * A changed playbook on its way to everybody.
 *
 * @param leads how many it came by in this phase
 * @param since when the phase began
 * @param perMinute how many that were in a minute; 0 where nothing goes on
 * @param count names the forecast, for a yes
 */
public record SweepView(
    String cause,
    Phase phase,
    int leads,
    Instant since,
    long perMinute,
    Forecast forecast,
    String count,
    Said yes,
    Said stop) {

  /** True if nobody is moved before a person says yes. */
  public boolean waitsForYes() {
    return phase == Phase.WAITING;
  }

  /** As it is at this instant. */
  public static SweepView of(Rollout rollout, Instant now) {
    var goesOn = rollout.phase() == Phase.COUNTING || rollout.phase() == Phase.PLACING;
    var minutes = Math.max(1, Duration.between(rollout.since(), now).toMinutes());
    return new SweepView(
        rollout.cause(),
        rollout.phase(),
        rollout.leads(),
        rollout.since(),
        goesOn ? rollout.leads() / minutes : 0,
        rollout.forecast(),
        rollout.count(),
        rollout.yes(),
        rollout.stop());
  }
}
