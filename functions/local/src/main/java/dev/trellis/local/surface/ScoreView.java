package dev.trellis.local.surface;

import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Scores in points, with the contributions that sum to them exactly. */
final class ScoreView {

  private static final int THOUSANDTHS = 3;

  private ScoreView() {}

  static Map<String, Object> of(Portrait portrait) {
    var interest = new TreeMap<String, Object>();
    portrait.interest().forEach((topic, score) -> interest.put(topic, score(score)));
    var view = new LinkedHashMap<String, Object>();
    view.put("version", portrait.playbook().scoring().version());
    view.put("fit", score(portrait.fit()));
    view.put("activity", score(portrait.activity()));
    view.put("interest", interest);
    return view;
  }

  static BigDecimal points(Score score) {
    return points(score.points());
  }

  private static Map<String, Object> score(Score score) {
    var view = new LinkedHashMap<String, Object>();
    view.put("points", points(score));
    view.put("contributions", score.contributions().stream().map(ScoreView::contribution).toList());
    return view;
  }

  private static Map<String, Object> contribution(Contribution contribution) {
    var view = new LinkedHashMap<String, Object>();
    view.put("rule", contribution.rule());
    view.put("evidence", contribution.evidence());
    view.put("base", points(contribution.base()));
    view.put("points", points(contribution.points()));
    return view;
  }

  private static BigDecimal points(long thousandths) {
    var exact = BigDecimal.valueOf(thousandths, THOUSANDTHS).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
