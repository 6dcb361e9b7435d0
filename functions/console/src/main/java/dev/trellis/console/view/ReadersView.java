package dev.trellis.console.view;

import dev.trellis.console.report.CtaReport;
import dev.trellis.console.report.LeadHistory;
import dev.trellis.console.report.Readership;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Readers, reads and clicks, computed from the table whenever somebody asks (R10, R52, R83). */
public final class ReadersView {

  private final Leads leads;
  private final Playbook playbook;

  public ReadersView(Leads leads) {
    this.leads = leads;
    this.playbook = leads.playbook();
  }

  public Readership readership() {
    return Readership.of(leads.all().map(f -> f.lead().profile()), playbook);
  }

  public CtaReport ctas() {
    return CtaReport.of(leads.all().map(LeadHistory::of), playbook);
  }

  public Map<String, Object> readersTree() {
    var readership = readership();
    var shelves = ContentShelves.of(playbook);
    var view = new LinkedHashMap<String, Object>();
    view.put("contents", figures(readership.byContent()));
    view.put("topics", figures(readership.byTopic()));
    view.put("types", figures(readership.byType()));
    view.put("forms", figures(readership.byForm()));
    view.put("services", figures(readership.byService()));
    view.put("tags", figures(readership.byTag()));
    view.put("byPool", ids(shelves.byPool()));
    view.put("byDeal", ids(shelves.byDeal()));
    return view;
  }

  public Map<String, Object> ctasTree() {
    var all = new LinkedHashMap<String, Object>();
    ctas()
        .byCta()
        .forEach((id, figures) -> {
          var view = new LinkedHashMap<String, Object>();
          view.put("target", Json.tree(playbook.ctas().byId().get(id).target()));
          view.put("clicks", figures.clicks());
          view.put("people", figures.people());
          view.put("conversions", figures.conversions());
          view.put("clicksByPlace", figures.clicksByPlace());
          all.put(id, view);
        });
    return Map.of("windowDays", playbook.ctas().window().toDays(), "ctas", all);
  }

  private static Map<String, Object> figures(Map<String, Readership.Figures> of) {
    var all = new LinkedHashMap<String, Object>();
    of.forEach((key, figures) -> {
      var view = new LinkedHashMap<String, Object>();
      view.put("readers", figures.readers());
      view.put("reads", figures.reads());
      view.put("seconds", figures.seconds());
      all.put(key, view);
    });
    return all;
  }

  private static Map<String, Object> ids(Map<String, List<Content>> shelves) {
    var all = new LinkedHashMap<String, Object>();
    shelves.forEach((name, contents) -> all.put(name, contents.stream().map(Content::id).toList()));
    return all;
  }
}
