package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.ScoreCurve;
import dev.trellis.console.visit.Role;
import dev.trellis.core.account.Stay;
import dev.trellis.core.port.LeadFiles;
import java.util.List;

/** One lead as a marketer reads it: who, where and what next; then everything that is behind it. */
public final class LeadPage {

  private final LeadFolder lead;
  private final List<Stay> stays;
  private final Words words;
  private final Names names;

  /**
   * @param stays where the person works and worked
   */
  public LeadPage(LeadFolder lead, List<Stay> stays, Words words) {
    this.lead = lead;
    this.stays = stays;
    this.words = words;
    this.names = new Names(lead.portrait().playbook(), words);
  }

  public String html() {
    var head = new LeadHead(lead, words, names);
    var ways = new LeadWays(lead, words, names);
    var playbook = lead.portrait().playbook();
    var forms = new LeadForms(playbook, words);
    return Html.framed(
        words,
        head.title(),
        head.html()
            + (lead.isWhole() ? "" : "<p>" + words.say("lead.long", LeadFiles.NEWEST) + "</p>")
            + "<div class=\"two daily\">"
            + (words.may(Role.SALES)
                ? "<aside>"
                    + folded("call", new CallForm(playbook, words).html(lead.id()))
                    + folded("act", forms.html(lead))
                    + "</aside>"
                : "")
            + "<div>"
            + card("why", head.why())
            + card("next", head.next())
            + card("status", new LeadStatus(lead, words, names).html())
            + card("timeline", new LeadTimeline(lead, words, names).html())
            + card("facts", new LeadFacts(lead, words, names).html())
            + card("journeys", ways.journeys())
            + card("mails", ways.mails())
            + card("handoffs", ways.handoffs())
            + card("moves", ways.moves())
            + "</div><aside>"
            + card("score", head.score() + curve())
            + folded("scores", new LeadScores(lead.portrait(), words, names).html())
            + card("first-touch", head.first())
            + card("tags", new LeadTags(lead, words, names).html())
            + card("companies", companies())
            + card("claims", new LeadClaims(lead, words).html())
            + (words.may(Role.SALES) ? folded("ends", forms.ends(lead.id())) : "")
            + head.more()
            + "</aside></div>");
  }

  private String curve() {
    return lead.isWhole()
        ? new LeadCurve(ScoreCurve.of(lead), words).html()
        : "<p>" + words.say("curve.long") + "</p>";
  }

  private String card(String name, String html) {
    return "<section class=\"card\"><h2>%s</h2>%s</section>".formatted(title(name), html);
  }

  // What one asks for now and then.
  private String folded(String name, String html) {
    return "<details class=\"card\"><summary>%s</summary>%s</details>".formatted(title(name), html);
  }

  private String title(String name) {
    return Html.escape(words.say("lead." + name));
  }

  private String companies() {
    var table = words.table("company", "title", "since", "until");
    stays
        .reversed()
        .forEach(stay ->
            table.row(
                words.link(AccountPages.path(stay.company().toString()), stay.company().value()),
                Html.escape(stay.title()),
                Html.time(words, stay.since()),
                stay.isOpen() ? words.say("today") : Html.time(words, stay.until())));
    return table.orElse(words.say("lead.no-companies"));
  }
}
