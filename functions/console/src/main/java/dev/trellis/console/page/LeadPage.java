package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.core.account.Stay;
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
    var body = new StringBuilder(head.html());
    section(
        body, "call", new CallForm(lead.portrait().playbook(), words).html(lead.portrait().lead()));
    section(body, "scores", new LeadScores(lead.portrait(), words, names).html());
    section(body, "tags", new LeadTags(lead, words, names).html());
    section(body, "status", new LeadStatus(lead, words, names).html());
    section(body, "facts", new LeadFacts(lead, words, names).html());
    section(body, "claims", new LeadClaims(lead, words).html());
    section(body, "companies", companies());
    section(body, "journeys", ways.journeys());
    section(body, "mails", ways.mails());
    section(body, "handoffs", ways.handoffs());
    section(body, "moves", ways.moves());
    section(body, "timeline", new LeadTimeline(lead, words, names).html());
    return Html.titled(words, head.title(), body.toString());
  }

  private void section(StringBuilder body, String name, String html) {
    body.append(Html.section(words.say("lead." + name), html));
  }

  private String companies() {
    var table = words.table("company", "title", "since", "until");
    stays
        .reversed()
        .forEach(stay ->
            table.row(
                Html.link(AccountPages.path(stay.company().toString()), stay.company().value()),
                Html.escape(stay.title()),
                Html.time(words, stay.since()),
                stay.isOpen() ? words.say("today") : Html.time(words, stay.until())));
    return table.orElse(words.say("lead.no-companies"));
  }
}
