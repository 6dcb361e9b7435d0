package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TagScheme.TagBehaviour;
import dev.trellis.core.playbook.TagScheme.TagCategory;
import dev.trellis.playbook.check.TagReport;

/** Every tag for people: what computes it, what uses it, and what is wrong with it (R48). */
public final class TagsPage {

  private final Playbook playbook;
  private final Words words;
  private final UseText uses;

  public TagsPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.uses = new UseText(playbook, words);
  }

  public String html() {
    var report = TagReport.of(playbook);
    var scheme = playbook.tagScheme();
    var lines =
        report.lines().stream()
            .collect(Collectors.toMap(line -> line.tag().id(), Function.identity()));
    return words.page(
        "/tags",
        "<p>"
            + words.say(
                "tags.count",
                scheme.behaviours().size(),
                scheme.categories().count(),
                scheme.tags().count())
            + "</p><p>"
            + (report.isClean() ? words.say("tags.clean") : Html.mark(words.say("tags.faults")))
            + "</p>"
            + faults("tags.undefined", report.undefined())
            + faults("tags.never-given", report.neverGiven())
            + faults("tags.only-read", onlyRead(report))
            + Html.each(scheme.behaviours(), b -> behaviour(b, lines)));
  }

  private static List<String> onlyRead(TagReport report) {
    return report.lines().stream()
        .filter(TagReport.Line::isOnlyRead)
        .map(line -> line.tag().id())
        .toList();
  }

  private String faults(String label, List<String> tags) {
    return tags.isEmpty()
        ? ""
        : "<p>%s%s</p>"
            .formatted(words.say(label), words.joined(tags.stream().map(Html::code).toList()));
  }

  private String behaviour(TagBehaviour behaviour, Map<String, TagReport.Line> lines) {
    return Html.section(
        behaviour.name().in(words.language()),
        Html.each(behaviour.categories(), c -> category(c, lines)));
  }

  private String category(TagCategory category, Map<String, TagReport.Line> lines) {
    var table = words.table("tag", "tag.computed", "tag.used", "note");
    category.tags().stream()
        .flatMap(t -> Stream.concat(Stream.of(t), t.children().stream()))
        .map(t -> lines.get(t.id()))
        .forEach(line -> line(table, line));
    return "<h3>%s <small>%s</small></h3>%s"
        .formatted(
            Html.escape(category.name().in(words.language())),
            words.name("layer", category.layer()),
            table.orElse(""));
  }

  private void line(Table table, TagReport.Line line) {
    var tag = line.tag();
    table.row(
        (tag.parent() == null ? "" : "↳ ")
            + Html.escape(tag.name().in(words.language()))
            + " "
            + Html.code(tag.id()),
        line.isNeverComputable()
            ? Html.mark(words.say("tag.never"))
            : words.joined(
                line.computedBy().stream().map(c -> words.name("computation", c)).toList()),
        uses(line),
        tag.note() == null ? "" : Html.escape(tag.note().in(words.language())));
  }

  private String uses(TagReport.Line line) {
    return line.isUnused()
        ? Html.mark(words.say("tag.unused"))
        : words.joined(line.usedBy().stream().map(uses::of).toList());
  }
}
