package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.report.CtaReport;
import dev.trellis.console.report.Readership;
import dev.trellis.console.report.Readership.Figures;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Playbook;

/** Readers and reads by every facet, and which contents are for whom (R52, R83). */
public record ReadersView(
    Map<String, Figures> contents,
    Map<String, Figures> topics,
    Map<String, Figures> types,
    Map<String, Figures> forms,
    Map<String, Figures> services,
    Map<String, Figures> tags,
    Map<String, List<String>> byPool,
    Map<String, List<String>> byDeal) {

  public static ReadersView of(Readership readership, Playbook playbook) {
    var shelves = ContentShelves.of(playbook);
    return new ReadersView(
        readership.byContent(),
        readership.byTopic(),
        readership.byType(),
        readership.byForm(),
        readership.byService(),
        readership.byTag(),
        ids(shelves.byPool()),
        ids(shelves.byDeal()));
  }

  private static Map<String, List<String>> ids(Map<String, List<Content>> shelves) {
    var all = new LinkedHashMap<String, List<String>>();
    shelves.forEach((name, contents) -> all.put(name, contents.stream().map(Content::id).toList()));
    return all;
  }

  /** Calls to action, and what came of each (R10). */
  public record Ctas(long windowDays, Map<String, Followed> ctas) {

    record Followed(Cta.Target target, @Inline CtaReport.Figures figures) {}

    public static Ctas of(CtaReport report, Playbook playbook) {
      var all = new LinkedHashMap<String, Followed>();
      report
          .byCta()
          .forEach((id, figures) ->
              all.put(id, new Followed(playbook.ctas().byId().get(id).target(), figures)));
      return new Ctas(playbook.ctas().window().toDays(), all);
    }
  }
}
