package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.core.account.TitleReview.Waiting;
import dev.trellis.core.port.Quarantine.Refused;
import java.util.List;

/** What waits for a person's word: titles that no dictionary knows, and refused messages. */
public final class ReviewPages {

  private final Words words;

  public ReviewPages(Words words) {
    this.words = words;
  }

  public String titles(List<Waiting> titles) {
    var table =
        new Table(words.say("title"), words.say("account.people"), words.say("titles.first"));
    titles.forEach(t ->
        table.row(
            Html.escape(t.title()), Integer.toString(t.leads()), Html.time(words, t.first())));
    return Html.titled(
        words,
        words.say("page/local/titles"),
        "<p>" + words.say("titles.about") + "</p>" + table.orElse(words.say("titles.none")));
  }

  public String quarantine(List<Refused> messages) {
    var table =
        new Table(
            words.say("at"), words.say("quarantine.reason"), words.say("quarantine.message"), "");
    messages.forEach(m ->
        table.row(
            Html.time(words, m.at()),
            Html.escape(m.reason()),
            "<details><summary>%s</summary><pre>%s</pre></details>"
                .formatted(Html.code(m.id()), Html.escape(m.body())),
            Html.button(
                "/local/quarantine/" + m.id() + "/replay", words.say("quarantine.replay"))));
    return Html.titled(
        words,
        words.say("page/local/quarantine"),
        "<p>"
            + words.say("quarantine.about")
            + "</p>"
            + table.orElse(words.say("quarantine.none")));
  }
}
