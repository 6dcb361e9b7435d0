package dev.trellis.console.view;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.check.TagReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every tag of the playbook: what computes it, what uses it, and what is wrong with it (R48). */
public final class TagsView {

  private TagsView() {}

  public static Map<String, Object> of(Playbook playbook) {
    var report = TagReport.of(playbook);
    var scheme = playbook.tagScheme();
    var view = new LinkedHashMap<String, Object>();
    view.put("behaviours", scheme.behaviours().size());
    view.put("categories", scheme.categories().count());
    view.put("count", scheme.tags().count());
    view.put("clean", report.isClean());
    view.put("unused", ids(report, TagReport.Line::isUnused));
    view.put("neverComputable", ids(report, TagReport.Line::isNeverComputable));
    view.put("usesNotKept", ids(report, line -> !line.unkept().isEmpty()));
    view.put("undefined", report.undefined());
    view.put("neverGiven", report.neverGiven());
    view.put("tags", report.lines().stream().map(TagsView::line).toList());
    return view;
  }

  private interface Fault {
    boolean in(TagReport.Line line);
  }

  private static List<String> ids(TagReport report, Fault fault) {
    return report.lines().stream().filter(fault::in).map(l -> l.tag().id()).toList();
  }

  private static Map<String, Object> line(TagReport.Line line) {
    var view = new LinkedHashMap<String, Object>();
    view.put("tag", line.tag().id());
    view.put("name", line.tag().name().texts());
    view.put("parent", line.tag().parent());
    view.put("computedBy", line.computedBy());
    view.put("usedBy", line.usedBy());
    view.put("explained", line.explained());
    view.put("notKept", line.unkept());
    view.put("note", line.tag().note() == null ? null : line.tag().note().texts());
    return view;
  }
}
