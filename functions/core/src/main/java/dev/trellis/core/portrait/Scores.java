package dev.trellis.core.portrait;

import dev.trellis.core.lifecycle.Condition;
import dev.trellis.core.playbook.Playbook;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Points by the playbook's table, each with its reason. */
final class Scores {

  private static final long THOUSANDTHS = 1000;

  private final Profile profile;
  private final Playbook playbook;

  Scores(Profile profile, Playbook playbook) {
    this.profile = profile;
    this.playbook = playbook;
  }

  Score fit(Condition.Subject subject) {
    var contributions = new ArrayList<Contribution>();
    for (var rule : playbook.scoring().fit()) {
      if (rule.when().holds(subject)) {
        long points = rule.points() * THOUSANDTHS;
        contributions.add(
            new Contribution("fit." + rule.id(), rule.when().toString(), points, points));
      }
    }
    return Score.of("fit", contributions);
  }

  /** Never rises by itself as {@code at} grows. */
  Score activityAt(Instant at) {
    var contributions = new ArrayList<Contribution>();
    profile
        .countedActivity()
        .forEach((day, tallies) ->
            tallies.forEach((behaviour, tally) -> {
              var rule = playbook.scoring().activity().get(behaviour);
              if (rule != null) {
                contributions.add(contribution(day, behaviour, tally, rule, at));
              }
            }));
    return Score.of("activity", contributions);
  }

  private Contribution contribution(
      LocalDate day, Behaviour behaviour, Tally tally, ActivityRule rule, Instant at) {
    long base =
        tally.count() * rule.points() * THOUSANDTHS
            + tally.seconds() * rule.pointsPerMinute() * THOUSANDTHS / 60;
    long capped = Math.min(base, rule.capPerDay() * THOUSANDTHS);
    var name = behaviour.name().toLowerCase();
    return new Contribution(
        "activity." + name, day + " ×" + tally.count(), base, decayed(capped, day, at));
  }

  // A day counts in full until it is over; then it loses half in every half-life.
  private long decayed(long points, LocalDate day, Instant at) {
    var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (!at.isAfter(end)) {
      return points;
    }
    var age = Duration.between(end, at).toSeconds();
    var halves = (double) age / playbook.scoring().halfLife().toSeconds();
    return (long) Math.floor(points * StrictMath.pow(0.5, halves));
  }

  SortedMap<String, Score> interest() {
    var perTopic = new TreeMap<String, List<Contribution>>();
    profile
        .countedReads()
        .forEach((id, reads) ->
            playbook
                .content(id)
                .ifPresent(c -> {
                  long points = reads.count() * playbook.scoring().interestPerRead() * THOUSANDTHS;
                  perTopic
                      .computeIfAbsent(c.topic(), _ -> new ArrayList<>())
                      .add(
                          new Contribution(
                              "interest.read", id + " ×" + reads.count(), points, points));
                }));
    var scores = new TreeMap<String, Score>();
    for (Map.Entry<String, List<Contribution>> topic : perTopic.entrySet()) {
      scores.put(topic.getKey(), Score.of("interest." + topic.getKey(), topic.getValue()));
    }
    return scores;
  }
}
