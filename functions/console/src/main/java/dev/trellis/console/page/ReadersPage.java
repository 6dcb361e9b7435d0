package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.Readership;
import dev.trellis.console.report.Readership.Figures;
import dev.trellis.console.view.ContentShelves;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;

/** Who read what, and what is for whom, for people (R52, R83). */
public final class ReadersPage {

  private final Playbook playbook;
  private final Words words;
  private final Names names;
  private final PlaybookVocabulary vocabulary;

  public ReadersPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
    this.vocabulary = new PlaybookVocabulary(playbook, words.language());
  }

  public String html(Readership readership) {
    var shelves = ContentShelves.of(playbook);
    return words.page(
        "/readers",
        "<p>%s</p>".formatted(words.say("readers.about"))
            + Html.section(words.say("readers.topics"), facet(readership.byTopic(), this::topic))
            + Html.section(
                words.say("readers.types"), facet(readership.byType(), t -> word("type", t)))
            + Html.section(
                words.say("readers.forms"), facet(readership.byForm(), f -> word("form", f)))
            + Html.section(
                words.say("readers.services"),
                facet(readership.byService(), s -> word("service", s)))
            + Html.section(words.say("readers.contents"), contents(readership.byContent()))
            + Html.section(words.say("readers.pools"), shelf(shelves.byPool(), names::pool))
            + Html.section(
                words.say("readers.deals"),
                shelf(shelves.byDeal(), stage -> names.value("crm.stage", stage))));
  }

  private String facet(Map<String, Figures> figures, Function<String, String> name) {
    var table = words.table("readers.name", "readers.readers", "readers.reads");
    byReads(figures)
        .forEach(e ->
            table.row(
                Html.escape(name.apply(e.getKey())), e.getValue().readers(), e.getValue().reads()));
    return table.orElse(words.say("readers.none"));
  }

  private String contents(Map<String, Figures> figures) {
    var table =
        words.table(
            "readers.content",
            "readers.topic",
            "readers.type",
            "readers.form",
            "readers.readers",
            "readers.reads",
            "readers.time");
    byReads(figures)
        .forEach(e -> {
          var content = playbook.content(e.getKey());
          table.row(
              names.content(e.getKey()),
              cell(content, c -> topic(c.topic())),
              cell(content, c -> word("type", c.type())),
              cell(content, c -> word("form", c.form())),
              e.getValue().readers(),
              e.getValue().reads(),
              e.getValue().seconds() == 0 ? "" : words.say("seconds", e.getValue().seconds()));
        });
    return table.orElse(words.say("readers.none"));
  }

  private String shelf(Map<String, List<Content>> shelves, Function<String, String> name) {
    return Html.each(
        shelves.entrySet(),
        shelf ->
            "<details><summary>%s <small>%s</small></summary>%s</details>"
                .formatted(
                    name.apply(shelf.getKey()),
                    words.say("readers.count", shelf.getValue().size()),
                    Html.list(
                        shelf.getValue().stream()
                            .map(c ->
                                names.content(c.id()) + " " + Html.small(word("type", c.type())))
                            .toList())));
  }

  private static List<Map.Entry<String, Figures>> byReads(Map<String, Figures> figures) {
    return figures.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Figures>>comparingLong(e -> -e.getValue().reads())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static String cell(Optional<Content> content, Function<Content, String> says) {
    return content.map(says).map(Html::escape).orElse("");
  }

  private String topic(String id) {
    return Names.headline(vocabulary.topic(id));
  }

  private String word(String facet, String id) {
    return Names.headline(vocabulary.word("content." + facet, id));
  }
}
