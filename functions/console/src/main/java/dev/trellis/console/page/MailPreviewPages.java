package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.MailView;
import dev.trellis.core.playbook.MailText;
import java.util.Map;

/** The playbook's mails for people, before anybody gets them. */
public final class MailPreviewPages {

  static final String PATH = "/local/mails/preview";

  private final Words words;

  public MailPreviewPages(Words words) {
    this.words = words;
  }

  /**
   * All of them.
   *
   * @param mails each as the sample person gets it
   */
  public String html(Map<MailText, MailView> mails) {
    var table = new Table(words.say("mail"), words.say("mail.subject"), words.say("mail.kind"), "");
    mails.forEach((m, seen) ->
        table.row(
            Html.code(m.id()),
            Html.link(PATH + "/" + m.id(), seen.subject()),
            words.name("mail.kind", m.kind()),
            in(m.id(), "zh", "中文") + " · " + in(m.id(), "en", "English")));
    return Html.titled(
        words,
        words.say("page" + PATH),
        "<p>" + words.say("preview.about") + "</p>" + table.orElse(words.say("mails.none")));
  }

  /** One mail. */
  public String html(String id, MailView mail) {
    return Html.titled(
        words,
        mail.subject(),
        "<p>"
            + Html.code(id)
            + " · "
            + Html.link(PATH, words.say("page" + PATH))
            + " · "
            + words.say("preview.about")
            + "</p>"
            + new MailPage(words).mail(mail));
  }

  private static String in(String id, String language, String name) {
    return Html.link(PATH + "/" + id + "?lang=" + language, name);
  }
}
