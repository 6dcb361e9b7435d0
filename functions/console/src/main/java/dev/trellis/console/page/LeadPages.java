package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.core.playbook.Playbook;
import java.util.List;
import java.util.Map;

/** Leads in short, for people. */
public final class LeadPages {

  private final Words words;
  private final Names names;

  public LeadPages(Playbook playbook, Words words) {
    this.words = words;
    this.names = new Names(playbook, words);
  }

  public String html(List<Map<String, Object>> leads) {
    return Html.titled(words, words.say("page/local/leads"), list(leads));
  }

  /** Leads in short, newest first. */
  public String list(List<Map<String, Object>> leads) {
    var table =
        new Table(
            words.say("lead"),
            words.say("email"),
            words.say("stage"),
            words.say("pool"),
            words.say("lead.last-touch"));
    leads
        .reversed()
        .forEach(lead ->
            table.row(
                name(lead),
                Html.escape(lead.get("email")),
                names.stage((String) lead.get("stage")),
                names.pool((String) lead.get("pool")),
                touch(lead.get("lastTouch"))));
    return table.orElse(words.say("leads.none"));
  }

  private String name(Map<String, Object> lead) {
    var name = lead.get("name") == null ? words.say("lead.nameless") : lead.get("name");
    return Html.link("/local/leads/" + lead.get("id"), name);
  }

  // Whoever came with a file has done nothing yet.
  private String touch(Object lastTouch) {
    return lastTouch == null
        ? Html.small(words.say("lead.untouched"))
        : Html.time(words, lastTouch);
  }
}
