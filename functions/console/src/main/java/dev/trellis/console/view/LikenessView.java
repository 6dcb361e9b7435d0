package dev.trellis.console.view;

import dev.trellis.console.html.TraitText;
import dev.trellis.console.html.TraitText.Against;
import dev.trellis.console.html.Words;
import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.likeness.Prediction;
import dev.trellis.console.likeness.Reason;
import dev.trellis.core.playbook.Playbook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was learnt from past deals, for programs (R32–R34). */
public final class LikenessView {

  /** So many reasons of one lead are told. */
  public static final int REASONS = 3;

  /** So many reasons of the whole prediction are told. */
  public static final int FEATURES = 10;

  private static final int DECIMALS = 4;

  private final TraitText zh;
  private final TraitText en;

  public LikenessView(Playbook playbook) {
    var zone = playbook.company().zone();
    this.zh = new TraitText(playbook, new Words("zh", zone));
    this.en = new TraitText(playbook, new Words("en", zone));
  }

  public Map<String, Object> tree(Likeness likeness) {
    var view = new LinkedHashMap<String, Object>();
    view.put("won", likeness.won());
    view.put("lost", likeness.lost());
    view.put("open", likeness.open());
    var alike = new LinkedHashMap<String, Object>();
    var area = likeness.lookalikes().area();
    alike.put("auc", area.isPresent() ? rounded(area.getAsDouble()) : null);
    alike.put(
        "ranked",
        likeness.lookalikes().ranked().stream()
            .map(like -> {
              var line = new LinkedHashMap<String, Object>();
              line.put("lead", like.lead());
              line.put("likeness", rounded(like.likeness()));
              line.put("reasons", reasons(like.reasons(), REASONS, Against.OTHERS));
              return line;
            })
            .toList());
    view.put("lookalikes", alike);
    view.put("prediction", prediction(likeness));
    view.put("patterns", reasons(likeness.patterns(), Integer.MAX_VALUE, Against.ALL));
    return view;
  }

  private Map<String, Object> prediction(Likeness likeness) {
    var view = new LinkedHashMap<String, Object>();
    view.put("on", likeness.prediction().isPresent());
    likeness
        .rule()
        .ifPresent(rule -> view.put("needs", Map.of("won", rule.won(), "lost", rule.lost())));
    likeness
        .prediction()
        .ifPresent(prediction -> {
          view.put("auc", rounded(prediction.area()));
          view.put("brier", rounded(prediction.brier()));
          view.put("brierOfGuessing", rounded(prediction.brierOfGuessing()));
          view.put("deciles", prediction.deciles().stream().map(LikenessView::decile).toList());
          view.put("features", reasons(prediction.reasons(), FEATURES, Against.LOST));
          view.put("leads", likeness.chances().stream().map(this::chance).toList());
        });
    return view;
  }

  private static Map<String, Object> decile(Prediction.Decile decile) {
    var line = new LinkedHashMap<String, Object>();
    line.put("leads", decile.leads());
    line.put("predicted", rounded(decile.predicted()));
    line.put("observed", rounded(decile.observed()));
    return line;
  }

  private Map<String, Object> chance(Prediction.Chance chance) {
    var line = new LinkedHashMap<String, Object>();
    line.put("lead", chance.lead());
    line.put("probability", rounded(chance.probability()));
    line.put("reasons", reasons(chance.reasons(), REASONS, Against.LOST));
    return line;
  }

  private List<Map<String, Object>> reasons(List<Reason> reasons, int most, Against against) {
    return reasons.stream()
        .limit(most)
        .map(reason -> {
          var line = new LinkedHashMap<String, Object>();
          line.put("trait", reason.trait().toString());
          line.put("weight", rounded(reason.weight()));
          line.put("lift", reason.others() == 0 ? null : rounded(reason.lift()));
          var text = new LinkedHashMap<String, Object>();
          text.put("zh", zh.sentence(reason, against));
          text.put("en", en.sentence(reason, against));
          line.put("text", text);
          return (Map<String, Object>) line;
        })
        .toList();
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
