package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.TagDefinition;
import dev.trellis.core.playbook.TagDefinition.Computation;
import dev.trellis.core.portrait.Tag;

/** A lead's tags: how often each was given, and by what. */
final class LeadTags {

  private final LeadFolder lead;
  private final Words words;
  private final Names names;

  LeadTags(LeadFolder lead, Words words, Names names) {
    this.lead = lead;
    this.words = words;
    this.names = names;
  }

  public String html() {
    var table = words.table("tag", "tag.count", "tag.evidence", "tag.status", "tag.last");
    var events =
        lead.log().stream()
            .collect(Collectors.toMap(LeadEvent::id, Function.identity(), (a, _) -> a));
    for (var tag : lead.portrait().tags()) {
      table.row(
          (tag.parent() == null ? "" : names.tag(tag.parent()) + " › ") + names.tag(tag.id()),
          tag.count() == 0 ? "" : tag.count(),
          Html.list(
              tag.evidence().stream()
                  .map(e -> evidence(tag, e, Optional.ofNullable(events.get(e))))
                  .toList()),
          Html.escape(words.name("tag.status", tag.status())),
          Html.timeOrDay(words, tag.last(), lead.portrait().profile().days()));
    }
    return table.orElse(words.say("lead.no-tags"));
  }

  // A content that was read, an event, days with counts, or a condition that holds.
  private String evidence(Tag tag, String evidence, Optional<LeadEvent> event) {
    if (event.isPresent()) {
      return LeadTimeline.link(lead, words, event.get())
          + " "
          + Html.time(words, event.get().occurredAt());
    } else if (evidence.matches("\\d{4}-\\d\\d-\\d\\d ×\\d+")) {
      return "<time>" + evidence + "</time>";
    }
    return lead.portrait()
        .playbook()
        .tagScheme()
        .tag(tag.id())
        .flatMap(t -> condition(t, evidence))
        .orElseGet(() -> names.content(evidence));
  }

  private Optional<String> condition(TagDefinition tag, String evidence) {
    return tag.from().stream()
        .flatMap(way -> way instanceof Computation.When(var when) ? Stream.of(when) : Stream.of())
        .filter(when -> when.toString().equals(evidence))
        .map(names::condition)
        .findFirst();
  }
}
