package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/**
 * How much somebody is looking for something (R34): what they searched for, and what they did that
 * the playbook takes for a sign of it. It fades as activity does.
 */
final class IntentPoints {

  private final Profile profile;
  private final Scoring.IntentRule rule;
  private final ActivityPoints deeds;

  IntentPoints(Profile profile, Scoring scoring) {
    this.profile = profile;
    this.rule = scoring.intent();
    this.deeds = new ActivityPoints("intent", profile, rule.behaviours(), scoring.halfLife());
  }

  List<Contribution> at(Instant at) {
    var all = new ArrayList<Contribution>();
    profile.fact(Field.KEYWORD).ifPresent(keyword -> all.add(search(keyword.at(), at)));
    all.addAll(deeds.at(at));
    return Score.capped(all, Points.whole(rule.cap()));
  }

  private Contribution search(Instant searched, Instant at) {
    var full =
        Contribution.of(
            "intent.search",
            new Evidence.Meets(new Leaf(Field.KEYWORD, new Condition.Known(true))),
            Points.whole(rule.search()));
    return full.decayedTo(deeds.decayed(full.points(), profile.days().of(searched), at));
  }
}
