package dev.trellis.console.page;

import dev.trellis.console.html.Html;
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
    var table = words.table("title", "account.people", "titles.first");
    titles.forEach(t -> table.row(Html.escape(t.title()), t.leads(), Html.time(words, t.first())));
    return words.page(
        "/local/titles",
        "<p>" + words.say("titles.about") + "</p>" + table.orElse(words.say("titles.none")));
  }

  public String quarantine(List<Refused> messages) {
    var table = words.table("at", "quarantine.reason", "quarantine.message", "");
    messages.forEach(m ->
        table.row(
            Html.time(words, m.at()),
            Html.escape(m.reason()),
            "<details><summary>%s</summary><pre>%s</pre></details>"
                .formatted(Html.code(m.id()), Html.escape(m.body())),
            Html.button(
                "/local/quarantine/" + m.id() + "/replay", words.say("quarantine.replay"))));
    return words.page(
        "/local/quarantine",
        "<p>"
            + words.say("quarantine.about")
            + "</p>"
            + table.orElse(words.say("quarantine.none")));
  }
}
