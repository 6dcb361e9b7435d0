package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.condition.Value;
import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Evidence;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;

/** Scores in points, with the contributions that sum to them exactly (R88). */
record ScoreView(
    int version,
    Scored total,
    Warmth heat,
    Scored fit,
    Scored role,
    Scored activity,
    Scored intent,
    SortedMap<String, Scored> interest,
    Scored keys,
    SortedMap<String, Map<String, String>> keyNames) {

  static ScoreView of(Portrait portrait) {
    var interest = new TreeMap<String, Scored>();
    portrait.interest().forEach((topic, score) -> interest.put(topic, Scored.of(score)));
    var scoring = portrait.playbook().scoring();
    var keyNames = new TreeMap<String, Map<String, String>>();
    scoring.keys().forEach(key -> keyNames.put(key.id(), key.name().texts()));
    return new ScoreView(
        scoring.version(),
        Scored.of(portrait.total()),
        Warmth.of(portrait),
        Scored.of(portrait.fit()),
        Scored.of(portrait.buyingRole()),
        Scored.of(portrait.activity()),
        Scored.of(portrait.intent()),
        interest,
        Scored.of(portrait.keys()),
        keyNames);
  }

  /** One score. */
  record Scored(BigDecimal points, List<Given> contributions) {
    static Scored of(Score score) {
      return new Scored(
          Thousandths.exact(score), score.contributions().stream().map(Given::of).toList());
    }
  }

  /** Hot, warm or cold, and what was asked for it; {@code until} is when time will lower it. */
  record Warmth(String level, int contentTags, BigDecimal activity, int keys, Instant until) {
    static Warmth of(Portrait portrait) {
      var heat = portrait.heat();
      return new Warmth(
          heat.level().word(),
          heat.contentTags(),
          Thousandths.exact(heat.activity()),
          heat.keys(),
          portrait.value("heat") instanceof Value.Words words ? words.until().orElse(null) : null);
    }
  }

  /**
   * What points were given for.
   *
   * @param about the evidence for programs
   */
  record Given(
      String rule,
      String evidence,
      Object about,
      BigDecimal base,
      BigDecimal cap,
      BigDecimal decay,
      BigDecimal points) {

    static Given of(Contribution contribution) {
      return new Given(
          contribution.rule(),
          contribution.evidence().toString(),
          behind(contribution.evidence()),
          Thousandths.exact(contribution.base()),
          Thousandths.exact(contribution.cap()),
          Thousandths.exact(contribution.decay()),
          Thousandths.exact(contribution.points()));
    }
  }

  private static Object behind(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Meets(var condition) -> Map.of("condition", condition.toString());
      case Evidence.Series(var key, var signs) ->
          new Signs(key, signs.stream().map(ScoreView::behind).toList());
      default -> evidence;
    };
  }

  private record Signs(String key, List<Object> signs) {}
}
