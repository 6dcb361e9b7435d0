package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.TraitText;
import dev.trellis.console.html.TraitText.Against;
import dev.trellis.console.html.Words;
import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.likeness.Lookalikes;
import dev.trellis.console.likeness.Prediction;
import dev.trellis.console.likeness.Reason;
import dev.trellis.console.view.LikenessView;
import dev.trellis.core.playbook.Playbook;
import java.util.List;
import java.util.Locale;

/** What was learnt from past deals, for people: each figure with what it rests on (R32–R34). */
public final class LikenessPage {

  private static final int MOST = 50;

  private final Words words;
  private final TraitText traits;

  public LikenessPage(Playbook playbook, Words words) {
    this.words = words;
    this.traits = new TraitText(playbook, words);
  }

  public String html(Likeness likeness) {
    return words.page(
        "/likeness",
        "<p>"
            + words.say("likeness.leads", likeness.won(), likeness.lost(), likeness.open())
            + "</p>"
            + Html.section(words.say("likeness.patterns"), patterns(likeness.patterns()))
            + Html.section(words.say("likeness.lookalikes"), lookalikes(likeness.lookalikes()))
            + Html.section(
                words.say("likeness.prediction"),
                likeness
                    .prediction()
                    .map(prediction -> prediction(prediction, likeness.chances()))
                    .orElseGet(() -> paragraph(off(likeness)))));
  }

  private String off(Likeness likeness) {
    return likeness
        .rule()
        .map(rule -> words.say("likeness.off.few", rule.won(), rule.lost()))
        .orElseGet(() -> words.say("likeness.off"));
  }

  private String patterns(List<Reason> patterns) {
    var table = words.table("likeness.before", "likeness.lift", "likeness.count");
    patterns.stream()
        .limit(MOST)
        .forEach(p ->
            table.row(
                traits.name(p.trait()), decimal(p.lift(), 1), traits.sentence(p, Against.ALL)));
    return paragraph(words.say("likeness.patterns.note")) + table.orElse(words.say("likeness.few"));
  }

  private String lookalikes(Lookalikes lookalikes) {
    var table = words.table("likeness.rank", "likeness.lead", "likeness.why");
    for (int i = 0; i < Math.min(MOST, lookalikes.ranked().size()); i++) {
      var like = lookalikes.ranked().get(i);
      table.row("" + (i + 1), words.lead(like.lead()), reasons(like.reasons(), Against.OTHERS));
    }
    return paragraph(
            lookalikes.area().isPresent()
                ? words.say("likeness.area", decimal(lookalikes.area().getAsDouble(), 2))
                : words.say("likeness.unproven"))
        + table.orElse(words.say("likeness.few"));
  }

  private String prediction(Prediction prediction, List<Prediction.Chance> chances) {
    var leads = words.table("likeness.lead", "likeness.chance", "likeness.why");
    chances.stream()
        .limit(MOST)
        .forEach(c ->
            leads.row(
                words.lead(c.lead()),
                percent(c.probability()),
                reasons(c.reasons(), Against.LOST)));
    var deciles = words.table("likeness.held", "likeness.predicted", "likeness.observed");
    prediction
        .deciles()
        .forEach(d -> deciles.row("" + d.leads(), percent(d.predicted()), percent(d.observed())));
    return leads.orElse(words.say("likeness.few"))
        + Html.section(
            words.say("likeness.features"),
            reasons(
                prediction.reasons().stream().limit(LikenessView.FEATURES).toList(),
                LikenessView.FEATURES,
                Against.LOST))
        + Html.section(words.say("likeness.calibration"), deciles.orElse(""))
        + paragraph(
            words.say(
                "likeness.brier",
                decimal(prediction.brier(), 3),
                decimal(prediction.brierOfGuessing(), 3),
                decimal(prediction.area(), 2)));
  }

  private String reasons(List<Reason> reasons, Against against) {
    return reasons(reasons, LikenessView.REASONS, against);
  }

  private String reasons(List<Reason> reasons, int most, Against against) {
    return Html.list(
        reasons.stream()
            .limit(most)
            .map(r -> (r.weight() < 0 ? "− " : "+ ") + traits.sentence(r, against))
            .toList());
  }

  private static String paragraph(String text) {
    return "<p>" + text + "</p>";
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String decimal(double number, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", number);
  }
}
