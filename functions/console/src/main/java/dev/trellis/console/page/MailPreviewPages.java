package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.MailPreviews.Preview;
import java.util.List;

/** The playbook's mails for people, before anybody gets them. */
public final class MailPreviewPages {

  static final String PATH = "/mails/preview";

  private final Words words;

  public MailPreviewPages(Words words) {
    this.words = words;
  }

  /**
   * All of them.
   *
   * @param mails each as the sample person gets it
   */
  public String html(List<Preview> mails) {
    var table = words.table("mail", "mail.subject", "mail.kind", "");
    for (var preview : mails) {
      var text = preview.text();
      table.row(
          Html.code(text.id()),
          words.link(PATH + "/" + text.id(), preview.mail().subject()),
          words.name("mail.kind", text.kind()),
          in(text.id(), "zh", "中文") + " · " + in(text.id(), "en", "English"));
    }
    return Html.titled(
        words,
        words.say("page" + PATH),
        "<p>" + words.say("preview.about") + "</p>" + table.orElse(words.say("mails.none")));
  }

  /** One mail. */
  public String html(Preview preview) {
    return Html.titled(
        words,
        preview.mail().subject(),
        "<p>"
            + Html.code(preview.text().id())
            + " · "
            + words.link(PATH, words.say("page" + PATH))
            + " · "
            + words.say("preview.about")
            + "</p>"
            + new MailPage(words).mail(preview.mail()));
  }

  private String in(String id, String language, String name) {
    return words.link(PATH + "/" + id + "?lang=" + language, name);
  }
}
