package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.Thousandths;
import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Evidence;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import java.util.ArrayList;

/** The parts of a lead's score, each with what its points were given for. */
final class LeadScores {

  private final Portrait portrait;
  private final Words words;
  private final Names names;

  LeadScores(Portrait portrait, Words words, Names names) {
    this.portrait = portrait;
    this.words = words;
    this.names = names;
  }

  public String html() {
    var parts = new ArrayList<Score>();
    parts.add(portrait.fit());
    parts.add(portrait.buyingRole());
    parts.add(portrait.activity());
    parts.add(portrait.intent());
    parts.addAll(portrait.interest().values());
    parts.add(portrait.keys());
    var table = words.table("score.part", "score.points", "score.reasons");
    parts.forEach(part -> table.row(name(part), Thousandths.text(part.points()), reasons(part)));
    return table.orElse(Html.NONE);
  }

  private String name(Score score) {
    return score.name().startsWith("interest.")
        ? names.field(score.name())
        : Html.escape(words.name("score", score.name()));
  }

  private String reasons(Score score) {
    return Html.list(
        score.contributions().stream()
            .map(c -> reason(c) + " " + Html.small("+" + Thousandths.text(c.points())))
            .toList());
  }

  private String reason(Contribution contribution) {
    return contribution.rule().startsWith("role.")
        ? names.role(contribution.rule().substring("role.".length()))
        : evidence(contribution.evidence());
  }

  private String evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Did did ->
          "<time>%s</time> %s ×%d"
              .formatted(did.day(), words.name("behaviour", did.behaviour()), did.count());
      case Evidence.Read read -> names.content(read.content()) + " ×" + read.count();
      case Evidence.Meets(var condition) -> names.condition(condition);
      case Evidence.Series(var key, var _) -> key(key);
      case Evidence.Member(var lead, var of) -> Html.code(lead) + " " + evidence(of);
    };
  }

  private String key(String id) {
    return portrait.playbook().scoring().keys().stream()
        .filter(k -> k.id().equals(id))
        .map(k -> Html.escape(k.name().in(words.language())))
        .findFirst()
        .orElseGet(() -> Html.code(id));
  }
}
