package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.Archive;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.portrait.Attribute;
import dev.trellis.core.portrait.BlockView;
import dev.trellis.core.portrait.Conflict;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;

/** What is known of a lead, block by block: each value with its source and what came before it. */
final class LeadFacts {

  /** So much of what a field was before is shown; the timeline has all. */
  private static final int MOST = 10;

  private final Portrait portrait;
  private final Archive archive;
  private final Map<String, Conflict> conflicts;
  private final Set<String> linked;
  private final Words words;
  private final Names names;

  LeadFacts(LeadFolder lead, Words words, Names names) {
    this.portrait = lead.portrait();
    this.archive = Archive.of(lead.log());
    this.conflicts =
        portrait.attributes().conflicts().stream()
            .collect(Collectors.toMap(Conflict::field, Function.identity()));
    this.linked =
        lead.log().stream()
            .filter(event -> !(event.happening() instanceof FormSubmitted))
            .map(LeadEvent::id)
            .collect(Collectors.toSet());
    this.words = words;
    this.names = names;
  }

  public String html() {
    return Html.each(portrait.blocks(), this::block) + others();
  }

  private String block(BlockView block) {
    var known = block.fields().values().stream().flatMap(a -> a.stream()).toList();
    var unknown = new TreeSet<String>();
    block
        .fields()
        .forEach((field, value) -> {
          if (value.isEmpty()) {
            unknown.add(names.field(field));
          }
        });
    return "<h3>%s <small>%s</small></h3>%s%s"
        .formatted(
            words.name("block", block.block()),
            words.say("fact.complete", block.completenessPercent()),
            table(known),
            unknown.isEmpty()
                ? ""
                : "<p class=\"soft\">"
                    + words.say("fact.unknown")
                    + words.joined(unknown)
                    + "</p>");
  }

  // What forms ask beyond the playbook's fields; how far processes got is told elsewhere.
  private String others() {
    var shown =
        portrait.blocks().stream()
            .flatMap(b -> b.fields().keySet().stream())
            .collect(Collectors.toSet());
    var rest =
        portrait.attributes().all().stream()
            .filter(a -> !shown.contains(a.field()))
            .filter(a ->
                Stream.of("submitted.", "journey.", "crm.", "asked.", "typed.")
                    .noneMatch(a.field()::startsWith))
            .toList();
    return rest.isEmpty() ? "" : "<h3>" + words.say("fact.others") + "</h3>" + table(rest);
  }

  private String table(List<Attribute> attributes) {
    var table = words.table("fact.field", "fact.value", "fact.source", "fact.history");
    attributes.forEach(a -> table.row(names.field(a.field()), value(a), source(a), history(a)));
    return table.orElse(words.say("fact.none"));
  }

  private String value(Attribute attribute) {
    return names.value(attribute.field(), attribute.value())
        + (conflicts.containsKey(attribute.field())
            ? " " + Html.mark(words.say("fact.conflict"))
            : "");
  }

  private boolean isFormer(Attribute told) {
    return portrait.profile().names().former().stream()
        .anyMatch(name -> name.value().equals(told.value()));
  }

  // Of what people tell by themselves only a form can be typed by anybody.
  private String teller(Authority authority, String event) {
    return words.name(
        "authority", authority == Authority.FORM && linked.contains(event) ? "LINK" : authority);
  }

  private String source(Attribute told) {
    return Html.escape(teller(told.source(), told.evidence()))
        + (told.confidencePercent() < Fields.CERTAIN ? " " + told.confidencePercent() + "%" : "")
        + (told.at() == null ? "" : " · " + Html.timeOrDay(words, told.at(), days()));
  }

  private Days days() {
    return portrait.profile().days();
  }

  private String history(Attribute attribute) {
    var conflict = conflicts.get(attribute.field());
    var others =
        conflict == null
            ? Stream.<String>of()
            : conflict.others().stream()
                .map(o ->
                    Html.mark(words.say(isFormer(o) ? "fact.former" : "fact.otherwise"))
                        + " "
                        + names.value(o.field(), o.value())
                        + " · "
                        + source(o));
    var earlier =
        archive.fields().getOrDefault(attribute.field(), List.of()).stream()
            .filter(t -> !t.event().equals(attribute.evidence()))
            .map(t ->
                names.value(attribute.field(), t.value())
                    + " · "
                    + teller(t.authority(), t.event())
                    + (t.actor() == null ? "" : " " + Html.escape(t.actor()))
                    + " · "
                    + Html.time(words, t.at()));
    var all = Stream.concat(others, earlier.limit(MOST)).toList();
    return all.isEmpty() ? "" : Html.list(all);
  }
}
