package dev.trellis.local.surface;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.MailPage;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.MailView;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Rhythm.Place;
import dev.trellis.playbook.Agreements;
import java.time.Instant;
import java.util.List;

/** Where a person begins: the story of a lead, from the code to the CRM, step by step. */
final class StartPage {

  static final int SHOWN = 8;
  private static final List<String> SPANS = List.of("P1D", "P3D", "P7D");

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  StartPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  String html(Instant now, List<MailView> mails, LeadList leads, List<CrmRecords.Record> handoffs) {
    var name = "Trellis · " + playbook.company().name().in(words.language());
    return Html.titled(
        words,
        name,
        draft()
            + step("codes", "<div class=\"codes\">" + Html.each(codes(), this::code) + "</div>")
            + step("mails", part("/mails", mails.size(), new MailPage(words).list(newest(mails))))
            + step(
                "console",
                "<p>"
                    + Html.link("/console", words.say("start.sign-in"))
                    + "</p>"
                    + part("/leads", null, new LeadPages(playbook, words).list(leads)))
            + step("clock", clock(now))
            + step(
                "crm",
                part(
                    "/crm", handoffs.size(), new CrmPage(playbook, words).list(newest(handoffs)))));
  }

  private List<Code> codes() {
    return playbook.codes().values().stream().filter(code -> !code.retired()).toList();
  }

  // What marketing and sales have not both approved is in force on this machine only (R47).
  private String draft() {
    var missing = Agreements.missing(playbook);
    return missing.isEmpty()
        ? ""
        : "<p>"
            + Html.mark(words.say("start.draft"))
            + "</p>"
            + Html.list(missing.stream().map(Html::code).toList());
  }

  /** The clock on a page of its own. */
  String clockPage(Instant now) {
    return words.page("/clock", clock(now) + "<p>" + words.say("clock.about") + "</p>");
  }

  private String step(String name, String html) {
    return Html.section(
        words.say("start." + name),
        "<p>" + Html.escape(words.say("start.about." + name)) + "</p>" + html);
  }

  private String part(String path, Integer count, String html) {
    return "<h3>"
        + words.link(path, words.say("page" + path))
        + " "
        + Html.small(count)
        + "</h3>"
        + html;
  }

  // A placement is an id of the playbook; it has no name there.
  private String code(Code code) {
    var path = "/q/" + code.id();
    return """
    <div><a href="%s"><img src="%s.svg" alt="%s"></a>%s<br>%s<br>%s · %s</div>\
    """
        .formatted(
            path,
            path,
            Html.escape(words.say("start.code", code.id())),
            names.occasion(code.event()),
            Html.small(words.say("start.placement")) + " " + Html.code(code.placement()),
            words.link(path, words.say("start.scan")),
            Html.link("/f/" + code.form(), words.say("start.form")));
  }

  private String clock(Instant now) {
    return "<p><strong>%s</strong> %s</p>%s%s"
        .formatted(
            Html.time(words, now),
            Html.small(words.zone()),
            quietHours(now),
            Html.each(
                SPANS,
                span -> words.button("/clock", words.say("clock." + span), "advance", span)));
  }

  // Else whoever tries it at night would wait for a mail in vain.
  private String quietHours(Instant now) {
    var rhythm = playbook.rhythm();
    if (rhythm.quietFrom().equals(rhythm.quietTo())) {
      return "";
    }
    var next = rhythm.next(now, new Place(words.zone(), playbook.company().country()), List.of());
    var hours = words.say("clock.quiet", rhythm.quietFrom(), rhythm.quietTo());
    return next.isAfter(now)
        ? "<p>" + Html.mark(words.say("clock.held", words.time(next))) + " " + hours + "</p>"
        : "<p>" + hours + "</p>";
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - SHOWN), all.size());
  }
}
