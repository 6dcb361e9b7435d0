package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.check.TagReport;

/** Every tag of the playbook: what computes it, what uses it, and what is wrong with it (R48). */
public record TagsView(
    int behaviours,
    long categories,
    long count,
    boolean clean,
    List<String> unused,
    List<String> neverComputable,
    List<String> onlyRead,
    List<String> undefined,
    List<String> neverGiven,
    List<Line> tags) {

  /** One tag. */
  record Line(
      String tag,
      Map<String, String> name,
      String parent,
      List<String> computedBy,
      List<String> usedBy,
      Map<String, String> note) {

    static Line of(TagReport.Line line) {
      var tag = line.tag();
      return new Line(
          tag.id(),
          tag.name().texts(),
          tag.parent(),
          line.computedBy(),
          line.usedBy(),
          tag.note() == null ? null : tag.note().texts());
    }
  }

  public static TagsView of(Playbook playbook) {
    var report = TagReport.of(playbook);
    var scheme = playbook.tagScheme();
    return new TagsView(
        scheme.behaviours().size(),
        scheme.categories().count(),
        scheme.tags().count(),
        report.isClean(),
        ids(report, TagReport.Line::isUnused),
        ids(report, TagReport.Line::isNeverComputable),
        ids(report, TagReport.Line::isOnlyRead),
        report.undefined(),
        report.neverGiven(),
        report.lines().stream().map(Line::of).toList());
  }

  private static List<String> ids(TagReport report, Predicate<TagReport.Line> fault) {
    return report.lines().stream().filter(fault).map(l -> l.tag().id()).toList();
  }
}
