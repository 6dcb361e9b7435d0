package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Profile;

/**
 * What a person has to show before a mark, such as a return or a demotion, is lifted (R65, R101).
 *
 * @param facts of which one told after the mark lifts it
 * @param behaviours of which one on a later day lifts it
 */
public record Release(Set<String> facts, Set<Behaviour> behaviours) {

  private static final SortedMap<Authority, Fact> NONE = Collections.emptySortedMap();

  public Release {
    facts = Set.copyOf(facts);
    behaviours = Set.copyOf(behaviours);
  }

  /** True once something that releases has happened since. */
  public boolean isGiven(Profile profile, Instant since) {
    var isTold =
        facts.stream()
            .flatMap(field -> profile.facts().getOrDefault(field, NONE).values().stream())
            .map(Fact::at)
            .anyMatch(since::isBefore);
    var day = profile.days().of(since);
    return isTold
        || profile.countedActivity().tailMap(day.plusDays(1)).values().stream()
            .anyMatch(done -> behaviours.stream().anyMatch(done::containsKey));
  }
}
