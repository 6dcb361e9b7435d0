package dev.trellis.core.playbook;

import dev.trellis.core.profile.Behaviour;
import java.time.Period;
import java.util.Set;

/**
 * What keeps leads from going to and fro between pools.
 *
 * @param returned what lifts a return by sales (R65)
 * @param demoted what lifts a demotion (R101)
 * @param coolDown for how long a lead that came back to a pool rests there
 */
public record Settling(Release returned, Release demoted, Period coolDown) {

  /** What holds where a playbook says nothing. */
  public static final Settling DEFAULT =
      new Settling(
          new Release(Set.of("need", "plan"), Set.of()),
          new Release(Set.of("need", "plan"), Set.of(Behaviour.ATTEND, Behaviour.CALL)),
          Period.ofDays(7));
}
