package dev.trellis.console.view;

import dev.trellis.core.condition.Value;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Evidence;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Scores in points, with the contributions that sum to them exactly (R88). */
final class ScoreView {

  private static final int THOUSANDTHS = 3;

  private ScoreView() {}

  static Map<String, Object> of(Portrait portrait) {
    var interest = new TreeMap<String, Object>();
    portrait.interest().forEach((topic, score) -> interest.put(topic, score(score)));
    var view = new LinkedHashMap<String, Object>();
    view.put("version", portrait.playbook().scoring().version());
    view.put("total", score(portrait.total()));
    view.put("heat", heat(portrait));
    view.put("fit", score(portrait.fit()));
    view.put("role", score(portrait.buyingRole()));
    view.put("activity", score(portrait.activity()));
    view.put("intent", score(portrait.intent()));
    view.put("interest", interest);
    view.put("keys", score(portrait.keys()));
    view.put("keyNames", keyNames(portrait));
    return view;
  }

  static BigDecimal points(Score score) {
    return points(score.points());
  }

  static BigDecimal points(long thousandths) {
    var exact = BigDecimal.valueOf(thousandths, THOUSANDTHS).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  /** Hot, warm or cold, and what was asked for it; {@code until} is when time will lower it. */
  static Map<String, Object> heat(Portrait portrait) {
    var heat = portrait.heat();
    var view = new LinkedHashMap<String, Object>();
    view.put("level", heat.level().word());
    view.put("contentTags", heat.contentTags());
    view.put("activity", points(heat.activity()));
    view.put("keys", heat.keys());
    view.put(
        "until",
        portrait.value("heat") instanceof Value.Words words ? Json.tree(words.until()) : null);
    return view;
  }

  static Map<String, Object> contribution(Contribution contribution) {
    var view = new LinkedHashMap<String, Object>();
    view.put("rule", contribution.rule());
    view.put("evidence", contribution.evidence().toString());
    view.put("about", about(contribution.evidence()));
    view.put("base", points(contribution.base()));
    view.put("cap", points(contribution.cap()));
    view.put("decay", points(contribution.decay()));
    view.put("points", points(contribution.points()));
    return view;
  }

  private static Map<String, Object> score(Score score) {
    var view = new LinkedHashMap<String, Object>();
    view.put("points", points(score));
    view.put("contributions", score.contributions().stream().map(ScoreView::contribution).toList());
    return view;
  }

  private static Map<String, Object> keyNames(Portrait portrait) {
    var names = new TreeMap<String, Object>();
    for (KeyBehaviour key : portrait.playbook().scoring().keys()) {
      names.put(key.id(), Json.tree(key.name().texts()));
    }
    return names;
  }

  /** The evidence for programs. */
  private static Map<String, Object> about(Evidence evidence) {
    var view = new LinkedHashMap<String, Object>();
    switch (evidence) {
      case Evidence.Did did -> {
        view.put("day", did.day().toString());
        view.put("behaviour", Json.tree(did.behaviour()));
        view.put("count", did.count());
        view.put("seconds", did.seconds());
      }
      case Evidence.Read read -> {
        view.put("content", read.content());
        view.put("count", read.count());
        view.put("seconds", read.seconds());
      }
      case Evidence.Meets(var condition) -> view.put("condition", condition.toString());
      case Evidence.Series(var key, var signs) -> {
        view.put("key", key);
        view.put("signs", signs.stream().map(ScoreView::about).toList());
      }
      case Evidence.Member(var lead, var of) -> {
        view.put("lead", lead);
        view.putAll(about(of));
      }
    }
    return view;
  }
}
