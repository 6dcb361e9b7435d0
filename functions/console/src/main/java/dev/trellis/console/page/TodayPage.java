package dev.trellis.console.page;

import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.Today;
import dev.trellis.console.view.Waits;
import dev.trellis.core.playbook.Playbook;

/** Where a working day begins: what waits, and for whom. */
public record TodayPage(Playbook playbook, Words words) {

  public String html(Today today) {
    return words.page(
        "/today",
        "<p>"
            + Html.escape(words.say("today.who", today.who().name()))
            + " "
            + Html.small(words.say("role." + today.who().role()))
            + "</p><div class=\"tiles\">"
            + tile(MailWatchPages.UNKNOWN, today.waits().unknown())
            + tile("/quarantine", today.waits().quarantine())
            + tile(SweepDesk.PATH, today.waits().sweeps())
            + tile(LetterDesk.PATH, today.waits().letters())
            + tile("/returns", returned(today))
            + "</div>"
            + part("today.calls", mine(today) + "&callback=due", today.calls())
            + part("today.hot", "?heat=hot", today.hot())
            + part("today.mine", mine(today), today.mine())
            + "<h2>"
            + words.link("/audiences", words.say("today.where"))
            + "</h2>"
            + new AudiencePages(playbook, words).pools(today.pools()));
  }

  // For a reason that the playbook does not know: a person finds out where they belong.
  private Waits.Count returned(Today today) {
    var people = today.pools().getOrDefault(playbook.otherReturns(), 0L);
    return new Waits.Count(Math.toIntExact(people), false);
  }

  private static String mine(Today today) {
    return "?owner=" + Html.parameter(today.who().name());
  }

  private String tile(String path, Waits.Count count) {
    return "<a href=\"%s\"><b>%d%s</b><br>%s</a>"
        .formatted(
            Html.escape(words.to(path)),
            count.number(),
            count.more() ? "+" : "",
            Html.escape(words.say("today.waits" + path)));
  }

  private String part(String title, String query, LeadList list) {
    return "<h2>"
        + words.link("/leads" + query, words.say(title))
        + "</h2>"
        + new LeadPages(playbook, words).list(list);
  }
}
