package dev.trellis.core.portrait;

import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Scoring.ActivityRule;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often, how recently and for how long a person did something (R87). */
final class ActivityPoints {

  private final Profile profile;
  private final Scoring scoring;

  ActivityPoints(Profile profile, Scoring scoring) {
    this.profile = profile;
    this.scoring = scoring;
  }

  /** Oldest day first; the sum never rises as {@code at} grows. */
  List<Contribution> at(Instant at) {
    var contributions = new ArrayList<Contribution>();
    profile
        .countedActivity()
        .forEach((day, tallies) ->
            tallies.forEach((behaviour, tally) -> {
              var rule = scoring.activity().get(behaviour);
              if (rule != null) {
                contributions.add(contribution(day, behaviour, tally, rule, at));
              }
            }));
    return Score.capped(contributions, Points.whole(scoring.activityCap()));
  }

  private Contribution contribution(
      LocalDate day, Behaviour behaviour, Tally tally, ActivityRule rule, Instant at) {
    var full =
        Contribution.of(
                "activity." + behaviour.name().toLowerCase(Locale.ROOT),
                new Evidence.Did(day, behaviour, tally.count(), tally.seconds()),
                Points.of(tally.count(), rule.points(), tally.seconds(), rule.pointsPerMinute()))
            .atMost(Points.whole(rule.capPerDay()));
    return full.decayedTo(decayed(full.points(), day, at));
  }

  // A day counts in full until it is over; then it loses half in every half-life.
  private long decayed(long points, LocalDate day, Instant at) {
    var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (!at.isAfter(end)) {
      return points;
    }
    var age = Duration.between(end, at).toSeconds();
    var halves = (double) age / scoring.halfLife().toSeconds();
    // The same on every machine; rounded before anything is summed.
    return (long) Math.floor(points * StrictMath.pow(0.5, halves));
  }
}
