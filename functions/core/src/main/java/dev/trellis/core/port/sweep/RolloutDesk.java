package dev.trellis.core.port.sweep;

import module java.base;

import dev.trellis.core.port.sweep.Rollout.Phase;

/** What a person says about a changed playbook that is to reach everybody, wherever it is said. */
public record RolloutDesk(Rollouts rollouts, InstantSource clock) {

  /** What became of what a person said. */
  public enum Said {
    DONE,
    /** There is none of this name, or not any more. */
    UNKNOWN,
    /** What it would do is still being counted. */
    COUNTING,
    /** It is not what was counted. */
    OTHER_COUNT,
    /** It waits for nobody. */
    NOT_WAITING
  }

  /** The one of this name, if it is the last. */
  public Optional<Rollout> find(String cause) {
    return rollouts.last().filter(rollout -> rollout.cause().equals(cause));
  }

  /**
   * Lets it do what was counted.
   *
   * @param count as {@link Rollout#count} named it
   */
  public Said approve(String cause, String count, String actor) {
    return say(
        cause,
        rollout ->
            switch (rollout.phase()) {
              case COUNTING -> Said.COUNTING;
              case PLACING, DONE -> Said.NOT_WAITING;
              case WAITING -> rollout.count().equals(count) ? Said.DONE : Said.OTHER_COUNT;
            },
        rollout -> rollout.approved(actor, clock.instant()));
  }

  /** Has it wait for another yes: nobody is moved by it after the page that is under way. */
  public Said stop(String cause, String actor) {
    return say(
        cause,
        rollout -> rollout.phase() == Phase.DONE ? Said.NOT_WAITING : Said.DONE,
        rollout -> rollout.stopped(actor, clock.instant()));
  }

  private Said say(String cause, Function<Rollout, Said> judge, UnaryOperator<Rollout> change) {
    while (true) {
      var found = find(cause);
      var said = found.map(judge).orElse(Said.UNKNOWN);
      if (said != Said.DONE || rollouts.save(change.apply(found.orElseThrow()))) {
        return said;
      }
      // It went a page further in between: once more.
    }
  }
}
