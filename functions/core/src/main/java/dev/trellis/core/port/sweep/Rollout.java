package dev.trellis.core.port.sweep;

import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.sweep.Sweeps.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a changed playbook has reached the leads there are: it is counted what it would do, then
 * everybody is placed anew, once a person said yes if it does much.
 *
 * @param cause which playbook it is
 * @param next where to go on with what is done now
 * @param leads how many it came by in that
 * @param since when that began
 * @param forecast what was counted, so far or in all
 * @param yes who let everybody be placed although it does much
 * @param stop who had it wait
 * @param version for conditional writes; 0 before the first write
 */
public record Rollout(
    String cause,
    Phase phase,
    String next,
    int leads,
    Instant since,
    Forecast forecast,
    @Nullable Said yes,
    @Nullable Said stop,
    long version) {

  public Rollout {
    next = next == null ? Sweeps.START : next;
    forecast = forecast == null ? Forecast.NONE : forecast;
  }

  /** What is done now. */
  public enum Phase {
    COUNTING,
    /** Nobody is moved before a person says yes. */
    WAITING,
    PLACING,
    DONE
  }

  /** Nothing is counted yet; takes the place of what went before. */
  public static Rollout begun(String cause, Instant now, long version) {
    return new Rollout(
        cause, Phase.COUNTING, Sweeps.START, 0, now, Forecast.NONE, null, null, version);
  }

  /**
   * One page further in counting; after the last, everybody is placed or a person is waited for.
   *
   * @param limit as much may happen without a yes
   */
  public Rollout counted(Page page, Forecast forecast, int limit, Instant now) {
    if (page.next() != null) {
      return at(phase, page.next(), leads + page.leads().size(), since, forecast);
    } else if (leads + page.leads().size() == 0) {
      return at(Phase.DONE, Sweeps.START, 0, now, forecast); // whoever comes is placed by it
    }
    var waits = stop != null || forecast.exceeds(limit);
    return at(waits ? Phase.WAITING : Phase.PLACING, Sweeps.START, 0, now, forecast);
  }

  /** One page further in placing. */
  public Rollout placed(Page page, Instant now) {
    int more = leads + page.leads().size();
    return page.next() == null
        ? at(Phase.DONE, Sweeps.START, more, now, forecast)
        : at(phase, page.next(), more, since, forecast);
  }

  /** True until it is known what it does, and somebody said yes if that is much. */
  public boolean isAskedFor() {
    return phase == Phase.COUNTING || phase == Phase.WAITING;
  }

  /** Names what was counted, such as 40 leads that move to another pool. */
  public String count() {
    return Ids.derived(cause, forecast.toString());
  }

  /** A person said yes to what was counted: it goes on where it stands. */
  public Rollout approved(String actor, Instant now) {
    return new Rollout(
        cause, Phase.PLACING, next, leads, now, forecast, new Said(actor, now), null, version);
  }

  /** A person has it wait, once it is counted, until another yes. */
  public Rollout stopped(String actor, Instant now) {
    var waiting = phase == Phase.PLACING ? Phase.WAITING : phase;
    return new Rollout(
        cause, waiting, next, leads, since, forecast, null, new Said(actor, now), version);
  }

  /** The same with the next version, as a store writes it. */
  public Rollout nextVersion() {
    return new Rollout(cause, phase, next, leads, since, forecast, yes, stop, version + 1);
  }

  private Rollout at(Phase phase, String next, int leads, Instant since, Forecast forecast) {
    return new Rollout(cause, phase, next, leads, since, forecast, yes, stop, version);
  }
}
