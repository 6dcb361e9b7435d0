package dev.trellis.playbook;

import dev.trellis.core.playbook.HeatScale;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.KeyBehaviour.Sign;
import dev.trellis.core.playbook.ScorePart;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Scoring.ActivityRule;
import dev.trellis.core.playbook.Scoring.FitRule;
import dev.trellis.core.playbook.Scoring.IntentRule;
import dev.trellis.core.playbook.Scoring.InterestRule;
import dev.trellis.core.playbook.Scoring.LikenessRule;
import dev.trellis.core.playbook.Scoring.Share;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.playbook.yaml.Yaml;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads {@code scoring.yaml}. */
final class ScoringReader {

  /** Leads of each outcome to learn from. */
  private static final int FEWEST = 20;

  private final Source source;

  private ScoringReader(Source source) {
    this.source = source;
  }

  static Scoring read(Source source) {
    return new ScoringReader(source)
        .scoring(Yaml.read(source.root(), "scoring.yaml", source.problems()));
  }

  private Scoring scoring(Yaml place) {
    place.only(
        "version",
        "fit",
        "roles",
        "activity",
        "intent",
        "interest",
        "keys",
        "total",
        "heat",
        "likeness");
    var activity = place.get("activity");
    activity.only("halfLife", "cap", "behaviours");
    return new Scoring(
        atLeast(1, place.get("version")),
        each(place.list("fit"), this::fitRule, FitRule::id),
        place.find("roles").map(ScoringReader::roles).orElseGet(TreeMap::new),
        positive(activity.get("halfLife")),
        behaviours(activity.get("behaviours")),
        atLeast(0, activity.get("cap")),
        interest(place.get("interest")),
        each(place.list("keys"), this::key, KeyBehaviour::id),
        total(place.get("total")),
        heat(place.get("heat")),
        place.find("intent").map(ScoringReader::intent).orElse(IntentRule.NONE),
        place.find("likeness").map(ScoringReader::likeness));
  }

  private FitRule fitRule(Yaml place) {
    place.only("id", "points", "when");
    source.places().put("fit " + place.text("id"), place);
    return new FitRule(
        place.text("id"), atLeast(0, place.get("points")), ConditionReader.read(place.get("when")));
  }

  private static SortedMap<String, Integer> roles(Yaml place) {
    var roles = new TreeMap<String, Integer>();
    place.map().forEach((role, points) -> roles.put(role, atLeast(0, points)));
    return roles;
  }

  private static Map<Behaviour, ActivityRule> behaviours(Yaml place) {
    var rules = new TreeMap<Behaviour, ActivityRule>();
    place
        .map()
        .forEach((name, rule) -> {
          rule.only("points", "pointsPerMinute", "capPerDay");
          rule.constant(Behaviour.class, name)
              .ifPresent(behaviour ->
                  rules.put(
                      behaviour,
                      new ActivityRule(
                          atLeast(0, rule.get("points")),
                          rule.find("pointsPerMinute").map(p -> atLeast(0, p)).orElse(0),
                          atLeast(0, rule.get("capPerDay")))));
        });
    return rules;
  }

  private static IntentRule intent(Yaml place) {
    place.only("cap", "search", "behaviours");
    return new IntentRule(
        atLeast(0, place.get("search")),
        behaviours(place.get("behaviours")),
        atLeast(0, place.get("cap")));
  }

  private static InterestRule interest(Yaml place) {
    place.only("perRead", "perMinute", "capPerContent", "cap");
    return new InterestRule(
        atLeast(0, place.get("perRead")),
        place.find("perMinute").map(p -> atLeast(0, p)).orElse(0),
        atLeast(0, place.get("capPerContent")),
        atLeast(0, place.get("cap")));
  }

  private KeyBehaviour key(Yaml place) {
    place.only("id", "name", "points", "within", "all");
    source.places().put("key " + place.text("id"), place);
    var signs = place.get("all").list();
    if (signs.isEmpty()) {
      place.problem("a key behaviour without a sign", "Add \"all:\" with \"did\" or \"read\"");
    }
    return new KeyBehaviour(
        place.text("id"),
        place.wording("name", source.languages()),
        atLeast(0, place.get("points")),
        place.find("within").map(ScoringReader::positive).orElse(null),
        signs.stream().map(ScoringReader::sign).toList());
  }

  private static Sign sign(Yaml place) {
    int times = place.find("times").map(t -> atLeast(1, t)).orElse(1);
    if (place.has("read")) {
      place.only("read", "times");
      return new KeyBehaviour.Reads(place.text("read"), times);
    }
    place.only("did", "times", "days");
    var did = place.get("did");
    var behaviours = new HashSet<Behaviour>();
    did.texts().forEach(b -> did.constant(Behaviour.class, b).ifPresent(behaviours::add));
    int days = place.find("days").map(d -> atLeast(1, d)).orElse(1);
    return new KeyBehaviour.Does(behaviours, times, days);
  }

  private static SortedMap<ScorePart, Share> total(Yaml place) {
    var shares = new TreeMap<ScorePart, Share>();
    place
        .map()
        .forEach((name, share) -> {
          share.only("percent", "cap");
          share
              .constant(ScorePart.class, name)
              .ifPresent(part ->
                  shares.put(
                      part,
                      new Share(atMostAll(share.get("percent")), atLeast(0, share.get("cap")))));
        });
    return shares;
  }

  private static int atMostAll(Yaml percent) {
    int number = atLeast(0, percent);
    if (number > 100) {
      percent.problem(number + " is more than all of it", "Write a percentage of 0 to 100");
    }
    return number;
  }

  private HeatScale heat(Yaml place) {
    place.only("hot", "warm");
    var hot = place.get("hot");
    source.places().put("heat hot", hot);
    var scale = new HeatScale(threshold(hot), threshold(place.get("warm")));
    if (!scale.warm().isAtMost(scale.hot())) {
      place.problem(
          "a hot lead would not be warm", "Let no threshold of \"warm\" be above that of \"hot\"");
    }
    return scale;
  }

  // Of fewer, whatever they have in common is chance.
  private static LikenessRule likeness(Yaml place) {
    place.only("won", "lost");
    return new LikenessRule(atLeast(FEWEST, place.get("won")), atLeast(FEWEST, place.get("lost")));
  }

  private static HeatScale.Threshold threshold(Yaml place) {
    place.only("contentTags", "activity", "keys");
    return new HeatScale.Threshold(
        atLeast(0, place.get("contentTags")),
        atLeast(0, place.get("activity")),
        atLeast(0, place.get("keys")));
  }

  private static <T> List<T> each(
      List<Yaml> places, Function<Yaml, T> read, Function<T, String> id) {
    var ids = new HashSet<String>();
    return places.stream()
        .map(place -> {
          var one = read.apply(place);
          if (!ids.add(id.apply(one))) {
            place.problem("a second \"" + id.apply(one) + "\"", "Give it another id");
          }
          return one;
        })
        .toList();
  }

  private static int atLeast(int least, Yaml place) {
    int number = place.number();
    if (number < least) {
      place.problem(number + " is too little", "Write " + least + " or more");
    }
    return number;
  }

  private static Duration positive(Yaml place) {
    var duration = place.duration();
    if (!duration.isPositive()) {
      place.problem("takes no time", "Write it in days or hours, such as P30D or PT12H");
    }
    return duration;
  }
}
