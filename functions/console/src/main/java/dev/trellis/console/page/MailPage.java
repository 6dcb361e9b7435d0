package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.MailView;
import java.util.List;
import java.util.stream.Collectors;

/** The mailbox for people. */
public final class MailPage {

  private final Words words;

  public MailPage(Words words) {
    this.words = words;
  }

  /** Mails in short, newest first. */
  public String list(List<MailView> mails) {
    var table = words.table("at", "mail.to", "mail.subject");
    mails
        .reversed()
        .forEach(m ->
            table.row(Html.time(words, m.at()), Html.escape(m.to()), Html.escape(m.subject())));
    return table.orElse(words.say("mails.none"));
  }

  public String html(List<MailView> mails) {
    return words.page(
        "/mails",
        mails.isEmpty()
            ? "<p>" + words.say("mails.none") + "</p>"
            : Html.each(
                mails.reversed(),
                mail -> "<h2>" + Html.escape(mail.subject()) + "</h2>" + mail(mail)));
  }

  /** One mail as its reader sees it, and what is behind it. */
  private String mail(MailView mail) {
    return """
    <p>%s · %s</p>%s
    <p>%s</p>
    <details><summary>%s</summary><pre>%s</pre></details>\
    """
        .formatted(
            Html.escape(mail.to()),
            Html.time(words, mail.at()),
            frame(mail.subject(), mail.html()),
            Html.each(mail.links(), link -> Html.link(link, link) + "<br>"),
            words.say("mail.plain"),
            Html.escape(headers(mail) + "\n" + mail.text()));
  }

  /**
   * A mail as its reader sees it. It is somebody else's HTML: it runs no script here and opens its
   * links outside.
   */
  static String frame(String subject, String html) {
    return """
    <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="%s" srcdoc="%s"></iframe>\
    """
        .formatted(Html.escape(subject), Html.escape(outward(html)));
  }

  /** The page with links that leave the frame; what stands before its head stays first. */
  static String outward(String html) {
    var base = "<base target=\"_blank\">";
    int head = html.indexOf("<head>");
    return head < 0
        ? "<!doctype html>" + base + html
        : html.substring(0, head + "<head>".length())
            + base
            + html.substring(head + "<head>".length());
  }

  private static String headers(MailView mail) {
    return mail.headers().entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
