package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadsView;
import dev.trellis.core.playbook.Playbook;
import java.time.Instant;
import java.util.List;

/** Leads in short, for people. */
public final class LeadPages {

  private final Words words;
  private final Names names;

  public LeadPages(Playbook playbook, Words words) {
    this.words = words;
    this.names = new Names(playbook, words);
  }

  public String html(List<LeadsView.Line> leads) {
    return words.page("/local/leads", list(leads));
  }

  /** Leads in short, newest first. */
  public String list(List<LeadsView.Line> leads) {
    var table = words.table("lead", "email", "stage", "pool", "lead.last-touch");
    leads
        .reversed()
        .forEach(lead ->
            table.row(
                name(lead),
                Html.escape(lead.email()),
                names.stage(lead.stage()),
                names.pool(lead.pool()),
                touch(lead.lastTouch())));
    return table.orElse(words.say("leads.none"));
  }

  private String name(LeadsView.Line lead) {
    var name = lead.name() == null ? words.say("lead.nameless") : lead.name();
    return Html.link("/local/leads/" + lead.id(), name);
  }

  // Whoever came with a file has done nothing yet.
  private String touch(Instant lastTouch) {
    return lastTouch == null
        ? Html.small(words.say("lead.untouched"))
        : Html.time(words, lastTouch);
  }
}
