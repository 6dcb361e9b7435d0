package dev.trellis.local.surface;

import java.util.List;

/** The mailbox for people. */
final class MailPage {

  private final Words words;

  MailPage(Words words) {
    this.words = words;
  }

  /** Mails in short, newest first. */
  String list(List<MailView> mails) {
    return mails.isEmpty()
        ? "<p>" + words.of("还没有邮件。", "No mail yet.") + "</p>"
        : Html.table(
            Html.each(
                mails.reversed(),
                m -> Html.row(words.time(m.at()), Html.escape(m.to()), Html.escape(m.subject()))),
            words.of("时间", "At"),
            words.of("收件人", "To"),
            words.of("主题", "Subject"));
  }

  String html(List<MailView> mails) {
    var title = words.of("邮箱", "Mailbox");
    return Html.page(
        words,
        title,
        Html.home(words)
            + "<h1>"
            + title
            + "</h1>"
            + (mails.isEmpty() ? list(mails) : Html.each(mails.reversed(), this::mail)));
  }

  // The mail is somebody else's HTML: it runs no script here and opens its links outside.
  private String mail(MailView mail) {
    return """
    <h2>%s</h2><p>%s · %s</p>
    <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="%s" srcdoc="%s"></iframe>
    <p>%s</p>
    <details><summary>%s</summary><pre>%s</pre></details>\
    """
        .formatted(
            Html.escape(mail.subject()),
            Html.escape(mail.to()),
            words.time(mail.at()),
            Html.escape(mail.subject()),
            Html.escape("<base target=\"_blank\">" + mail.html()),
            Html.each(mail.links(), link -> Html.link(link, link) + "<br>"),
            words.of("纯文本与信头", "Plain text and headers"),
            Html.escape(headers(mail) + "\n" + mail.text()));
  }

  private static String headers(MailView mail) {
    var lines = new StringBuilder();
    mail.headers().forEach((name, value) -> lines.append(name + ": " + value + "\n"));
    return lines.toString();
  }
}
