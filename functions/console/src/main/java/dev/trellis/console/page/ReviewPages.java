package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.RequestsView;
import dev.trellis.console.view.RetentionView;
import dev.trellis.console.view.TwinsView;
import java.util.List;

/**
 * What waits for a person's word: titles that no dictionary knows, leads that nobody heard of for
 * long, and what people asked for of their data.
 */
public final class ReviewPages {

  private final Words words;

  public ReviewPages(Words words) {
    this.words = words;
  }

  public String titles(AccountsView.Titles titles) {
    var table = words.table("title", "account.people", "titles.first");
    titles
        .waiting()
        .forEach(t -> table.row(Html.escape(t.title()), t.leads(), Html.time(words, t.first())));
    return words.page(
        "/titles",
        "<p>"
            + words.say("titles.about")
            + "</p>"
            + table.orElse(words.say("titles.none"))
            + (titles.next() == null
                ? ""
                : "<p>" + words.link(titles.next(), words.say("leads.next")) + "</p>"));
  }

  /** Pairs that may be one person, each with what can be said of it. */
  public String twins(TwinsView.Page page) {
    var table = words.table("lead", "claim.other", "claim.name", "claim.last", "claim.decide");
    page.pairs()
        .forEach(pair ->
            table.row(
                lead(pair.lead(), pair.name()),
                lead(pair.other(), pair.otherName()) + more(pair),
                Html.escape(pair.claimed()),
                Html.time(words, pair.at()),
                LeadClaims.decide(words, pair.lead(), pair.other())));
    return words.page(
        TwinsView.PATH,
        "<p>"
            + words.say("twins.about")
            + "</p>"
            + table.orElse(words.say("twins.none"))
            + (page.next() == null
                ? ""
                : "<p>" + words.link(page.next(), words.say("leads.next")) + "</p>"));
  }

  private String lead(String id, String name) {
    return words.link("/leads/" + id, name == null ? words.say("lead.nameless") : name);
  }

  private String more(TwinsView.Pair pair) {
    return pair.more() == 0
        ? ""
        : " "
            + Html.small(words.link("/leads/" + pair.lead(), words.say("twins.more", pair.more())));
  }

  public String retention(List<RetentionView.Line> lines) {
    var table = words.table("lead", "retention.silent", "retention.until", "");
    lines.forEach(line ->
        table.row(
            lead(line.id(), line.name()),
            Html.time(words, line.silentSince()),
            Html.time(words, line.until()),
            words.button("/leads/" + line.id() + "/keep", words.say("retention.keep"))));
    return words.page(
        "/retention",
        "<p>" + words.say("retention.about") + "</p>" + table.orElse(words.say("retention.none")));
  }

  public String requests(List<RequestsView.Line> lines) {
    var table = words.table("lead", "requests.what", "at", "");
    lines.forEach(line -> {
      var lead = "/leads/" + line.id();
      table.row(
          words.link(lead, line.name() == null ? words.say("lead.nameless") : line.name()),
          Html.escape(words.name("asked", line.what())),
          Html.time(words, line.at()),
          switch (line.what()) {
            case EXPORT ->
                words.link(lead + "/export", words.say("lead.export"))
                    + words.button(lead + "/requests/export", words.say("requests.done"));
            case ERASURE -> words.button(lead + "/erase", words.say("requests.erase"));
          });
    });
    return words.page(
        "/requests",
        "<p>" + words.say("requests.about") + "</p>" + table.orElse(words.say("requests.none")));
  }
}
