package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.html.TraitText;
import dev.trellis.console.html.TraitText.Against;
import dev.trellis.console.html.Words;
import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.likeness.Prediction;
import dev.trellis.console.likeness.Reason;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Playbook;

/** What was learnt from past deals, for programs (R32–R34). */
public record LikenessView(
    long won, long lost, long open, Alike lookalikes, Foretold prediction, List<Because> patterns) {

  /** So many reasons of one lead are told. */
  public static final int REASONS = 3;

  /** So many reasons of the whole prediction are told. */
  public static final int FEATURES = 10;

  private static final int DECIMALS = 4;

  record Alike(BigDecimal auc, List<Like> ranked) {}

  record Like(String lead, BigDecimal likeness, List<Because> reasons) {}

  /**
   * What is foretold of open leads.
   *
   * @param on false until enough deals were closed; {@code needs} says how many
   */
  record Foretold(boolean on, Needs needs, @Inline Proof proof) {}

  record Needs(int won, int lost) {}

  record Proof(
      BigDecimal auc,
      BigDecimal brier,
      BigDecimal brierOfGuessing,
      List<Decile> deciles,
      List<Because> features,
      List<Chance> leads) {}

  record Decile(int leads, BigDecimal predicted, BigDecimal observed) {}

  record Chance(String lead, BigDecimal probability, List<Because> reasons) {}

  record Because(String trait, BigDecimal weight, BigDecimal lift, Map<String, String> text) {}

  /** All of it, in every language of the playbook. */
  public static LikenessView of(Likeness likeness, Playbook playbook) {
    var told = new Told(playbook);
    var area = likeness.lookalikes().area();
    return new LikenessView(
        likeness.won(),
        likeness.lost(),
        likeness.open(),
        new Alike(
            area.isPresent() ? rounded(area.getAsDouble()) : null,
            likeness.lookalikes().ranked().stream()
                .map(like ->
                    new Like(
                        like.lead(),
                        rounded(like.likeness()),
                        told.reasons(like.reasons(), REASONS, Against.OTHERS)))
                .toList()),
        new Foretold(
            likeness.prediction().isPresent(),
            likeness.rule().map(rule -> new Needs(rule.won(), rule.lost())).orElse(null),
            likeness.prediction().map(p -> told.proof(p, likeness.chances())).orElse(null)),
        told.reasons(likeness.patterns(), Integer.MAX_VALUE, Against.ALL));
  }

  private record Told(Playbook playbook) {

    Proof proof(Prediction prediction, List<Prediction.Chance> chances) {
      return new Proof(
          rounded(prediction.area()),
          rounded(prediction.brier()),
          rounded(prediction.brierOfGuessing()),
          prediction.deciles().stream()
              .map(d -> new Decile(d.leads(), rounded(d.predicted()), rounded(d.observed())))
              .toList(),
          reasons(prediction.reasons(), FEATURES, Against.LOST),
          chances.stream()
              .map(c ->
                  new Chance(
                      c.lead(),
                      rounded(c.probability()),
                      reasons(c.reasons(), REASONS, Against.LOST)))
              .toList());
    }

    List<Because> reasons(List<Reason> reasons, int most, Against against) {
      return reasons.stream().limit(most).map(reason -> because(reason, against)).toList();
    }

    private Because because(Reason reason, Against against) {
      var text = new LinkedHashMap<String, String>();
      for (var language : playbook.company().languages()) {
        var words = new Words(language, playbook.company().zone());
        text.put(language, new TraitText(playbook, words).sentence(reason, against));
      }
      return new Because(
          reason.trait().toString(),
          rounded(reason.weight()),
          reason.others() == 0 ? null : rounded(reason.lift()),
          text);
    }
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
