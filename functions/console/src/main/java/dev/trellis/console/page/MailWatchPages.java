package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.watch.Suppressed;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.Suppressions.Reason;

/** Mails of unknown fate, and addresses that get no mail. */
public record MailWatchPages(Words words) {

  public static final String UNKNOWN = "/mails/unknown";
  public static final String SUPPRESSIONS = "/suppressions";

  /**
   * @param asked true if something was just asked for
   */
  public String unknown(Listing.Page<Entry> mails, boolean asked) {
    var table = words.table("at", "lead", "mail", "unknown.reason", "");
    mails
        .entries()
        .forEach(mail -> {
          var path = UNKNOWN + "/" + mail.lead() + "/" + mail.sendId();
          table.row(
              Html.time(words, mail.at()),
              words.lead(mail.lead()),
              Html.escape(mail.subject() == null ? mail.mail() : mail.subject()),
              mail.reason() == null ? "" : Html.escape(words.reason(mail.reason())),
              words.button(path + "/sent", words.say("unknown.sent"))
                  + words.button(path + "/not-sent", words.say("unknown.not-sent")));
        });
    return words.page(
        UNKNOWN,
        asked(asked)
            + "<p>"
            + Html.escape(words.say("unknown.about"))
            + "</p>"
            + table.orElse(words.say("unknown.none"))
            + next(words, UNKNOWN, mails));
  }

  static String next(Words words, String path, Listing.Page<?> page) {
    return page.next() == null
        ? ""
        : "<p>" + words.link(path + "?after=" + page.next(), words.say("leads.next")) + "</p>";
  }

  private String asked(boolean asked) {
    return asked ? "<p>" + Html.mark(words.say("watch.asked")) + "</p>" : "";
  }

  /**
   * @param asked true if something was just asked for
   */
  public String suppression(Optional<Suppressed> found, boolean asked) {
    return words.page(
        SUPPRESSIONS,
        asked(asked)
            + "<p>"
            + Html.escape(words.say("suppressions.about"))
            + "</p>"
            + """
            <form class="bar" action="%s"><input type="search" name="address" value="%s" aria-label="%s">\
            <button>%s</button></form>\
            """
                .formatted(
                    Html.escape(words.to(SUPPRESSIONS)),
                    Html.escape(found.map(Suppressed::address).orElse("")),
                    Html.escape(words.say("suppressions.address")),
                    Html.escape(words.say("suppressions.find")))
            + found.map(this::found).orElse(""));
  }

  private String found(Suppressed found) {
    var lead = found.lead() == null ? "" : words.lead(found.lead());
    if (found.reason() == null) {
      return "<p>" + Html.escape(words.say("suppressions.none")) + " " + lead + "</p>";
    }
    return "<dl>"
        + Html.entry(
            words.say("suppressions.reason"),
            Html.escape(words.name("suppressions.reason", found.reason())))
        + Html.entry(words.say("since"), Html.time(words, found.since()))
        + Html.entry(words.say("lead"), lead)
        + "</dl>"
        + (found.reason() == Reason.BOUNCE
            ? Suppressed.GROUNDS.stream()
                .map(ground ->
                    words.button(
                        SUPPRESSIONS + "/release/" + ground,
                        words.say("suppressions.release." + ground),
                        "address",
                        found.address()))
                .collect(Collectors.joining())
            : "<p>" + Html.escape(words.say("suppressions.own")) + "</p>");
  }
}
