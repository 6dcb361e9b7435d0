package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Value;
import dev.trellis.core.condition.Waning;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.ScorePart;
import dev.trellis.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Points by the playbook's table, each with its reason (R88). Seen at a later instant, without any
 * new event, no score is higher.
 */
final class Scores {

  private final Profile profile;
  private final Playbook playbook;
  private final Condition.Subject subject;
  private final Function<Instant, Condition.Subject> drawn;
  private final ActivityPoints activity;
  private final IntentPoints intent;
  private final KeyPoints keys;
  private @Nullable FitPoints fit;
  private @Nullable SortedMap<String, List<Contribution>> interest;

  /**
   * @param drawn the same person, seen at another instant
   */
  Scores(
      Profile profile,
      Playbook playbook,
      Condition.Subject subject,
      Function<Instant, Condition.Subject> drawn) {
    this.profile = profile;
    this.playbook = playbook;
    this.subject = subject;
    this.drawn = drawn;
    var scoring = playbook.scoring();
    this.activity = new ActivityPoints("activity", profile, scoring.activity(), scoring.halfLife());
    this.intent = new IntentPoints(profile, scoring);
    this.keys = new KeyPoints(profile, playbook);
  }

  Score fitAt(Instant at) {
    return Score.of("fit", fit().at(at));
  }

  Score activityAt(Instant at) {
    return Score.of("activity", activities(at));
  }

  private List<Contribution> activities(Instant at) {
    return Score.capped(activity.at(at), Points.whole(playbook.scoring().activityCap()));
  }

  Score intentAt(Instant at) {
    return Score.of("intent", intent.at(at));
  }

  Score keysAt(Instant at) {
    return Score.of("keys", keys.at(at));
  }

  /** Key behaviours shown, and the first instant at which time will take one. */
  Value keyWords(Instant now) {
    var ids = Set.copyOf(keys.idsAt(now));
    return ids.isEmpty()
        ? new Value.Unknown()
        : new Value.Words(ids, Waning.endOf(at -> keys.idsAt(at).size() == ids.size(), now));
  }

  /** What the role in the decision chain is worth, whatever the level (R28). */
  Score role() {
    var points = playbook.scoring().roles();
    var roles =
        subject.value("role") instanceof Value.Words words ? words.words() : Set.<String>of();
    var role =
        points.entrySet().stream()
            .filter(e -> roles.contains(e.getKey()))
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey));
    return Score.of(
        "role",
        role
            .map(r ->
                Contribution.of(
                    "role." + r.getKey(),
                    new Evidence.Meets(new Leaf("role", new In(Set.of(r.getKey())))),
                    Points.whole(r.getValue())))
            .stream()
            .toList());
  }

  SortedMap<String, Score> interest() {
    var scores = new TreeMap<String, Score>();
    topics().forEach((topic, all) -> scores.put(topic, Score.of("interest." + topic, all)));
    return scores;
  }

  /** The headline: a share of each part. */
  Score totalAt(Instant at) {
    var all = new ArrayList<Contribution>();
    playbook
        .scoring()
        .total()
        .forEach((part, share) ->
            all.addAll(
                Score.capped(
                    Contribution.percent(partAt(part, at), share.percent()),
                    Points.whole(share.cap()))));
    return Score.of("total", all);
  }

  Heat heatAt(Instant at) {
    int contentTags =
        profile.countedReads().entrySet().stream()
            .mapToInt(
                e -> playbook.content(e.getKey()).map(c -> c.taggedReads(e.getValue())).orElse(0))
            .sum();
    return Heat.of(
        playbook.scoring().heat(), contentTags, activityAt(at).points(), keys.idsAt(at).size());
  }

  /** The heat as a word, and the instant at which time alone will lower it. */
  Value heatWord(Instant now) {
    var level = heatAt(now).level();
    return new Value.Words(
        Set.of(level.word()), Waning.endOf(at -> heatAt(at).level() == level, now));
  }

  private List<Contribution> partAt(ScorePart part, Instant at) {
    return switch (part) {
      case FIT -> fit().at(at);
      case ROLE -> role().contributions();
      case INTEREST -> topics().values().stream().flatMap(List::stream).toList();
      case ACTIVITY -> activities(at);
      case KEYS -> keys.at(at);
    };
  }

  private FitPoints fit() {
    if (fit == null) {
      fit = new FitPoints(playbook.scoring().fit(), profile, subject, drawn);
    }
    return fit;
  }

  private SortedMap<String, List<Contribution>> topics() {
    if (interest == null) {
      interest = new InterestPoints(profile, playbook).byTopic();
    }
    return interest;
  }
}
