package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Quarantine.Refused;

/** Refused messages: which there are, and one to be mended. */
public record QuarantinePages(Words words) {

  private static final String PATH = "/quarantine";

  public String html(Listing.Page<Refused> page) {
    var table = words.table("at", "quarantine.reason", "quarantine.message", "");
    page.entries()
        .forEach(m ->
            table.row(
                Html.time(words, m.at()),
                words.refusal(m.reason()),
                "<details><summary>%s</summary><pre>%s</pre></details>"
                    .formatted(Html.code(m.id()), Html.escape(m.body())),
                m.isWhole()
                    ? words.button(PATH + "/" + m.id() + "/replay", words.say("quarantine.replay"))
                        + words.link(PATH + "/" + m.id(), words.say("quarantine.mend"))
                    : Html.small(words.say("quarantine.emptied"))));
    return words.page(
        PATH,
        "<p>"
            + words.say("quarantine.about")
            + "</p>"
            + table.orElse(words.say("quarantine.none"))
            + MailWatchPages.next(words, PATH, page));
  }

  /**
   * One message.
   *
   * @param objection why it was refused, or what it was made into
   */
  public String one(Refused refused, String objection, String body) {
    return Html.titled(
        words,
        words.say("quarantine.message"),
        "<p>"
            + "<span class=\"mark\">"
            + words.refusal(objection)
            + "</span>"
            + "</p>"
            + (refused.isWhole()
                ? words.form(
                    PATH + "/" + refused.id() + "/mend",
                    "",
                    "<textarea name=\"message\" rows=\"18\" aria-label=\"%s\">%s</textarea><p><button class=\"main\">%s</button></p>"
                        .formatted(
                            Html.escape(words.say("quarantine.message")),
                            "\n" + Html.escape(body),
                            Html.escape(words.say("quarantine.mended"))))
                : Html.small(words.say("quarantine.emptied"))));
  }
}
