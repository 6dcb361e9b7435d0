package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.watch.AuditView;

/** Who did what, the latest first. */
public record AuditPage(Words words) {

  private static final int REFUSED = 400;

  public String html(AuditView audit) {
    var table = words.table("at", "audit.actor", "audit.what", "lead", "audit.outcome");
    audit
        .page()
        .entries()
        .forEach(deed ->
            table.row(
                Html.time(words, deed.at()),
                words.link("/audit?actor=" + Html.parameter(deed.actor()), deed.actor())
                    + " "
                    + Html.small(words.name("role", deed.role())),
                Html.escape(words.deed(deed.what())) + "<br>" + Html.code(deed.what()),
                deed.lead() == null ? "" : words.lead(deed.lead()),
                deed.outcome() < REFUSED
                    ? words.say("audit.done")
                    : Html.mark(words.say("audit.refused", deed.outcome()))));
    return words.page(
        "/audit",
        "<p>"
            + Html.escape(words.say("audit.about", words.zone()))
            + "</p>"
            + form(audit)
            + table.orElse(words.say("audit.none"))
            + ways(audit));
  }

  private String form(AuditView audit) {
    return """
    <form class="bar" action="%s"><label>%s <input type="date" name="day" value="%s"></label>\
    <label>%s <input name="actor" value="%s"></label><button>%s</button></form>\
    """
        .formatted(
            Html.escape(words.to("/audit")),
            Html.escape(words.say("audit.day")),
            audit.day() == null ? "" : audit.day(),
            Html.escape(words.say("audit.actor")),
            Html.escape(audit.actor()),
            Html.escape(words.say("audit.show")));
  }

  private String ways(AuditView audit) {
    var day = audit.day();
    return "<p class=\"bar\">"
        + (day == null
            ? ""
            : words.link(audit.path(day.minusDays(1)), day.minusDays(1))
                + " "
                + words.link(audit.path(day.plusDays(1)), day.plusDays(1)))
        + audit.next().map(path -> " " + words.link(path, words.say("leads.next"))).orElse("")
        + "</p>";
  }
}
