package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.view.TagHistory;
import dev.trellis.console.view.TagHistory.Spell;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.TagScheme.Layer;
import dev.trellis.core.playbook.TagScheme.TagCategory;

/** What a lead was one thing at a time, and since when: its status, its identity (R42). */
final class LeadStatus {

  private final LeadFolder lead;
  private final Words words;
  private final Names names;

  LeadStatus(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.words = words;
    this.names = names;
  }

  String html() {
    var table = words.table("tag.category", "tag", "since", "lead.because-of");
    var events =
        lead.log().stream()
            .collect(Collectors.toMap(LeadEvent::id, Function.identity(), (a, _) -> a));
    var single =
        lead.portrait()
            .playbook()
            .tagScheme()
            .categories()
            .filter(c -> c.single() && c.layer() == Layer.ATTRIBUTE)
            .toList();
    TagHistory.of(single, lead.log(), lead.portrait())
        .forEach((category, spells) -> rows(table, category, spells, events::get));
    return table.orElse(words.say("lead.no-tags"));
  }

  private void rows(
      Table table, TagCategory category, List<Spell> spells, Function<String, LeadEvent> event) {
    for (var spell : spells.reversed()) {
      table.row(
          Html.escape(category.name().in(words.language())),
          spell.tag().map(names::tag).orElse(""),
          Html.time(words, spell.since()),
          spell
              .event()
              .map(e -> LeadTimeline.link(lead, words, event.apply(e)))
              .orElseGet(() -> words.say("tag.by-time")));
    }
  }
}
