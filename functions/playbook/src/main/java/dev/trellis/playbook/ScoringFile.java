package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.HeatScale;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.ScorePart;
import dev.trellis.core.playbook.Scoring;
import dev.trellis.core.playbook.Scoring.ActivityRule;
import dev.trellis.core.playbook.Scoring.FitRule;
import dev.trellis.core.playbook.Scoring.IntentRule;
import dev.trellis.core.playbook.Scoring.InterestRule;
import dev.trellis.core.playbook.Scoring.LikenessRule;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code scoring.yaml}. */
@Says("How points are given, and when a lead is hot.")
record ScoringFile(
    Yaml at,
    @Says("Shown with the scores; raise it with every change.") @Whole(least = 1) int version,
    @Says(
            "Points for who the person is, by what is known; not by scores that fit is a part of."
                + " All together give at most 100.")
        @Each("fit")
        @Wrong("a second \"%s\"")
        List<FitRule> fit,
    @Says(
            "Points per role in the buying decision, 0 to 100, by its id in"
                + " dictionaries/titles.yaml.")
        @Or
        @Keys(Like.SLUG)
        SortedMap<String, Integer> roles,
    @Says("Points for what the person did, fading with time.") Activity activity,
    @Says("Points for looking for something; it fades as activity does.")
        Optional<IntentRule> intent,
    @Says("Points for a topic, for reads of contents of that topic only.") InterestRule interest,
    @Says("Key behaviours: series that say more than their parts.")
        @Or
        @Each("key")
        @Wrong("a second \"%s\"")
        List<KeyBehaviour> keys,
    @Says("The headline score, 0 to 100: a share of each part.")
        SortedMap<ScorePart, Scoring.Share> total,
    @Says("When a lead is hot, and when it is warm; else it is cold.") HeatScale heat,
    @Says("When to predict from past deals which leads will be won. Without it, nothing is.")
        Optional<LikenessRule> likeness,
    @Says("How leads are graded, A1 to C3. Without it, nobody is.") Optional<Scoring.Grades> grades)
    implements Means<Scoring> {

  /** The most that fit, a role and the total can be. */
  private static final int SCALE = 100;

  @Override
  public Scoring meaning(Reading reading) {
    staysOnScale();
    return new Scoring(
        version,
        fit,
        roles,
        activity.halfLife,
        activity.behaviours,
        activity.cap,
        interest,
        keys,
        total,
        heat,
        intent.orElse(IntentRule.NONE),
        likeness,
        grades);
  }

  private void staysOnScale() {
    var rules = new LinkedHashMap<String, Integer>();
    fit.forEach(rule -> rules.put(rule.id(), rule.points()));
    together("fit", rules);
    var caps = new LinkedHashMap<String, Integer>();
    total.forEach((part, share) -> caps.put(part.name().toLowerCase(Locale.ROOT), share.cap()));
    together("total", caps);
    roles.entrySet().stream()
        .filter(role -> role.getValue() > SCALE)
        .forEach(role ->
            at.get("roles")
                .get(role.getKey())
                .problem(
                    "the role \"%s\" is worth %d, and a role at most %d"
                        .formatted(role.getKey(), role.getValue(), SCALE),
                    "Write 0 to " + SCALE));
  }

  private void together(String score, Map<String, Integer> parts) {
    long sum = parts.values().stream().mapToLong(Integer::longValue).sum();
    if (sum > SCALE) {
      at.get(score)
          .problem(
              "all of it together gives %d points, and %s is at most %d: %s"
                  .formatted(
                      sum,
                      score,
                      SCALE,
                      parts.entrySet().stream()
                          .map(part -> part.getKey() + " " + part.getValue())
                          .collect(Collectors.joining(", "))),
              "Take %d from them".formatted(sum - SCALE));
    }
  }

  @Of(FitRule.class)
  record Fit(
      @Says("Shown as the reason.") String id,
      @Says("Points while the condition holds; time alone takes them, and never gives any.")
          int points,
      @Says("Who gets them.") Condition when) {}

  record Activity(
      @Says("After this time activity counts half.") Duration halfLife,
      @Says("The most points that activity can reach.") int cap,
      @Says("Points per behaviour.") Map<Behaviour, ActivityRule> behaviours) {}

  @Says("What one behaviour gives.")
  @Of(ActivityRule.class)
  record Done(
      @Says("Each time.") int points,
      @Says("For duration.") @Or("0") int pointsPerMinute,
      @Says("The most that one day of this behaviour can give.") int capPerDay) {}

  @Of(IntentRule.class)
  record Intent(
      @Says("For a search phrase that led to one of our pages.") int search,
      @Says("Points per behaviour; follow is social media, visit the site, read the contents.")
          Map<Behaviour, ActivityRule> behaviours,
      @Says("The most points that intent can reach.") int cap) {}

  @Of(InterestRule.class)
  record Interest(
      @Says("Each read.") int perRead,
      @Says("For the time spent reading.") @Or("0") int perMinute,
      @Says("The most points that one content can give.") int capPerContent,
      @Says("The most points that a topic can reach.") int cap) {}

  @Says("One key behaviour.")
  @Of(KeyBehaviour.class)
  record Key(
      @Says("Shown as the reason; conditions ask for it as \"key\".") String id,
      @Says("Its name.") Wording name,
      @Says("Points while it is shown.") int points,
      @Says("How long ago its signs may lie; without it, for ever.") @Or Duration within,
      @Says("Signs, all of which have to be seen.") @Filled("a key behaviour without a sign")
          List<KeyBehaviour.Sign> all) {}

  @Says("Something the person did.")
  @Of(KeyBehaviour.Does.class)
  record Did(
      @Says("One behaviour, or several of which any counts.")
          @OneOrMore
          @Filled
          @Wrong("unknown behaviour \"%s\"")
          Set<Behaviour> did,
      @Says("How often at least.") @Or("1") @Whole(least = 1) int times,
      @Says("On how many different days at least.") @Or("1") @Whole(least = 1) int days) {}

  @Says("Something the person read.")
  @Of(KeyBehaviour.Reads.class)
  record Read(
      @Says("The type of the content, as in contents.yaml.") String read,
      @Says("How often at least.") @Or("1") @Whole(least = 1) int times) {}

  @Says("What a part gives to the total.")
  @Of(Scoring.Share.class)
  record Share(
      @Says("The percentage of the part's points that counts.")
          @Whole(most = 100)
          @Wrong("%s is more than all of it")
          int percent,
      @Says("The most points that the part can give.") int cap) {}

  record Heat(
      Yaml at,
      @Says("From here on a lead is hot. One download alone must not reach it.")
          HeatScale.Threshold hot,
      @Says("From here on a lead is warm; nothing in it above \"hot\".") HeatScale.Threshold warm)
      implements Means<HeatScale> {
    @Override
    public HeatScale meaning(Reading reading) {
      reading.places().put("heat hot", at.find("hot").orElse(at));
      if (!warm.isAtMost(hot)) {
        at.problem(
            "a hot lead would not be warm",
            "Let no threshold of \"warm\" be above that of \"hot\"");
      }
      return new HeatScale(hot, warm);
    }
  }

  @Says("All of it has to be reached.")
  @Of(HeatScale.Threshold.class)
  record Threshold(
      @Says("Reads of contents that carry a tag.") int contentTags,
      @Says("Points of the activity score.") int activity,
      @Says("Key behaviours shown.") int keys) {}

  record Grades(
      Yaml at,
      @Says("The letter, by points of fit; below B it is C.") Scoring.Grades.Fit fit,
      @Says("The digit, by points of activity; below two it is 3.")
          Scoring.Grades.Engagement engagement)
      implements Means<Scoring.Grades> {
    @Override
    public Scoring.Grades meaning(Reading reading) {
      if (fit.b() > fit.a() || engagement.two() > engagement.one()) {
        at.problem("the better grade takes fewer points", "Let a and one be the higher ones");
      }
      return new Scoring.Grades(fit, engagement);
    }
  }

  @Of(Scoring.Grades.Fit.class)
  record Letters(
      @Says("From here on A.") @Whole(least = 1) int a,
      @Says("From here on B.") @Whole(least = 1) int b) {}

  @Of(Scoring.Grades.Engagement.class)
  record Digits(
      @Says("From here on 1.") @Whole(least = 1) int one,
      @Says("From here on 2.") @Whole(least = 1) int two) {}

  // Of fewer, whatever they have in common is chance.
  @Of(LikenessRule.class)
  record Likeness(
      @Says("So many leads must have been won.") @Whole(least = 20) int won,
      @Says("So many leads must have been lost.") @Whole(least = 20) int lost) {}
}
