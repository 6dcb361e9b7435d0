package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.CtaReport;
import dev.trellis.console.report.CtaReport.Figures;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Playbook;
import java.util.Locale;
import java.util.stream.Collectors;

/** Calls to action for people: what they lead to, and what came of them (R10). */
public final class CtasPage {

  private final Playbook playbook;
  private final Words words;

  public CtasPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
  }

  public String html(CtaReport report) {
    var table =
        words.table(
            "cta",
            "cta.to",
            "cta.style",
            "cta.places",
            "cta.clicks",
            "cta.people",
            "cta.conversions",
            "cta.where");
    report.byCta().forEach((id, figures) -> line(table, playbook.ctas().byId().get(id), figures));
    return words.page(
        "/ctas",
        "<p>%s</p>".formatted(words.say("cta.about", playbook.ctas().window().toDays()))
            + table.orElse(words.say("cta.none")));
  }

  private void line(Table table, Cta cta, Figures figures) {
    table.row(
        Html.escape(cta.words().in(words.language()))
            + "<br>"
            + Html.link(address(cta), address(cta)),
        words.say("cta.kind." + word(cta.target().kind())) + " " + Html.small(target(cta)),
        words.say("cta.style." + word(cta.style())),
        words.joined(cta.places().stream().map(p -> words.name("cta.place", p.word())).toList()),
        figures.clicks(),
        figures.people(),
        conversions(figures),
        figures.clicksByPlace().entrySet().stream()
            .map(e -> Html.escape(words.name("cta.place", e.getKey())) + " " + e.getValue())
            .collect(Collectors.joining("<br>")));
  }

  private static String conversions(Figures figures) {
    return figures.people() == 0
        ? "0"
        : figures.conversions() + " (" + 100 * figures.conversions() / figures.people() + " %)";
  }

  // As a page that is not ours would link to it.
  private static String address(Cta cta) {
    return "/go/"
        + cta.id()
        + (cta.places().contains(Place.SITE) ? "?at=" + Place.SITE.word() : "");
  }

  private String target(Cta cta) {
    var id = cta.target().id();
    var language = words.language();
    return switch (cta.target().kind()) {
      case CONTENT -> playbook.content(id).map(c -> c.title().in(language)).orElse(id);
      case FORM -> playbook.form(id).map(f -> f.title().in(language)).orElse(id);
      case EVENT -> playbook.occasions().get(id).name().in(language);
      case COMMUNITY -> id;
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
