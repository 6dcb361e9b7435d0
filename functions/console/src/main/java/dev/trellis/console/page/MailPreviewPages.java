package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.MailPreviews;
import dev.trellis.console.policy.MailPreviews.Preview;
import dev.trellis.console.visit.Role;
import dev.trellis.core.message.MailPreview;
import dev.trellis.core.playbook.Playbook;
import java.util.List;
import java.util.stream.Collectors;

/** The playbook's mails for people, before anybody gets them. */
public record MailPreviewPages(Playbook playbook, Words words) {

  public static final String PATH = "/mails/preview";

  /** All of them. */
  public String html(List<MailPreviews.Line> mails) {
    var table = words.table("mail.subject", "mail", "mail.kind");
    for (var mail : mails) {
      table.row(
          words.mail(mail.id(), playbook.mails().get(mail.id()).subject().in(words.language())),
          Html.code(mail.id()),
          words.name("mail.kind", mail.kind()));
    }
    return words.page(
        PATH, "<p>" + words.say("preview.about") + "</p>" + table.orElse(words.say("mails.none")));
  }

  /** One mail in every language, that of the page first. */
  public String html(Preview preview) {
    var id = preview.text().id();
    var mine = preview.seen().keySet().stream().filter(words.language()::equals);
    var others = preview.seen().keySet().stream().filter(l -> !l.equals(words.language()));
    var first = preview.seen().get(words.language());
    return Html.titled(
        words,
        first == null ? preview.text().subject().in(words.language()) : first.subject(),
        "<p>"
            + Html.code(id)
            + " · "
            + words.name("mail.kind", preview.text().kind())
            + " · "
            + words.link(PlaybookPages.PATH + "/mail/" + id, words.say("playbook.used"))
            + " · "
            + words.link(PATH, words.say("page" + PATH))
            + "</p><p>"
            + words.say(preview.seen().isEmpty() ? "preview.none" : "preview.about")
            + "</p>"
            + java.util.stream.Stream.concat(mine, others)
                .map(language -> seen(id, language, preview.seen().get(language)))
                .collect(Collectors.joining()));
  }

  /** The button that has it sent to whoever presses it. */
  static String test(Words words, String path) {
    return words.may(Role.MARKETER) ? words.button(path, words.say("preview.test")) : "";
  }

  private String seen(String id, String language, MailPreview mail) {
    return """
    <section lang="%s"><h2>%s</h2><p>%s</p>%s%s
    <details><summary>%s</summary><pre>%s</pre></details></section>\
    """
        .formatted(
            Html.escape(language),
            Html.escape(words.name("language", language)),
            Html.escape(mail.to() + " · " + mail.subject()),
            test(words, PATH + "/" + id + "/test?language=" + language),
            MailPage.frame(mail.subject(), mail.html()),
            words.say("preview.plain"),
            Html.escape(mail.text()));
  }
}
