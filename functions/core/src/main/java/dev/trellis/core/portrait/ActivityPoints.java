package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.Scoring.ActivityRule;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Tally;

/**
 * How often, how recently and for how long a person did something (R87), by one table of points.
 */
final class ActivityPoints {

  private final String name;
  private final Profile profile;
  private final Map<Behaviour, ActivityRule> rules;
  private final Duration halfLife;

  /**
   * @param name of the score, with which the names of its rules begin
   */
  ActivityPoints(
      String name, Profile profile, Map<Behaviour, ActivityRule> rules, Duration halfLife) {
    this.name = name;
    this.profile = profile;
    this.rules = rules;
    this.halfLife = halfLife;
  }

  /** Oldest day first; none of them rises as {@code at} grows. */
  List<Contribution> at(Instant at) {
    var contributions = new ArrayList<Contribution>();
    profile
        .countedActivity()
        .forEach((day, tallies) ->
            tallies.forEach((behaviour, tally) -> {
              var rule = rules.get(behaviour);
              if (rule != null) {
                contributions.add(contribution(day, behaviour, tally, rule, at));
              }
            }));
    return contributions;
  }

  private Contribution contribution(
      LocalDate day, Behaviour behaviour, Tally tally, ActivityRule rule, Instant at) {
    var full =
        Contribution.of(
                name + "." + behaviour.name().toLowerCase(Locale.ROOT),
                new Evidence.Did(day, behaviour, tally.count(), tally.seconds()),
                Points.of(tally.count(), rule.points(), tally.seconds(), rule.pointsPerMinute()))
            .atMost(Points.whole(rule.capPerDay()));
    return full.decayedTo(decayed(full.points(), day, at));
  }

  // A day counts in full until it is over; then it loses half in every half-life.
  long decayed(long points, LocalDate day, Instant at) {
    var end = profile.days().end(day);
    if (!at.isAfter(end)) {
      return points;
    }
    var age = Duration.between(end, at).toSeconds();
    var halves = (double) age / halfLife.toSeconds();
    // The same on every machine; rounded before anything is summed.
    return (long) Math.floor(points * StrictMath.pow(0.5, halves));
  }
}
