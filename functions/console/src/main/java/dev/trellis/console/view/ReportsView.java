package dev.trellis.console.view;

import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.report.LeadHistory;
import dev.trellis.console.report.Report;
import dev.trellis.console.report.Reports;
import dev.trellis.console.report.ScenarioMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports computed from the table, whenever somebody asks (R11, R13, R32–R34, R72, R73). */
public final class ReportsView {

  private static final int USUAL_DAYS = 30;

  private final Leads leads;

  public ReportsView(Leads leads) {
    this.leads = leads;
  }

  /** In how many days a contact may become MQL and still count as ready; null takes the usual. */
  public static int days(String asked) {
    var days = asked == null ? Integer.toString(USUAL_DAYS) : asked;
    if (!days.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("say days as a number, such as ?days=30");
    }
    return Integer.parseInt(days);
  }

  public Report report(int withinDays) {
    return Reports.of(leads.all().map(LeadHistory::of), leads.playbook(), withinDays);
  }

  /** What past deals teach about the leads that are open (R32–R34). */
  public Likeness likeness() {
    return Likeness.of(leads.all().map(LeadHistory::of), leads.playbook(), leads.now());
  }

  /** The scenario maps, with the leads on each step. */
  public List<Map<String, Object>> scenarios() {
    return ScenarioView.counts(
        leads.playbook(),
        leads.all().map(file -> ScenarioMap.of(leads.portrait(file.lead()), file.events())));
  }

  public static Map<String, Object> tree(Report report) {
    var view = new LinkedHashMap<String, Object>();
    view.put("people", report.people());
    view.put("unplaced", report.unplaced());
    var funnel = new LinkedHashMap<String, Object>();
    report.funnel().forEach((source, figures) -> funnel.put(source, funnel(figures)));
    view.put("funnel", funnel);
    view.put("stages", report.stages().stream().map(ReportsView::stage).toList());
    var teams = new LinkedHashMap<String, Object>();
    report
        .teams()
        .forEach((team, figures) -> {
          var line = new LinkedHashMap<String, Object>();
          line.put("stages", figures.stages());
          line.put("reached", figures.reached());
          line.put("now", figures.now());
          teams.put(team, line);
        });
    view.put("teams", teams);
    var readiness = report.readiness();
    var ready = new LinkedHashMap<String, Object>();
    ready.put("withinDays", readiness.withinDays());
    ready.put("contacts", readiness.contacts());
    ready.put("ready", readiness.ready());
    ready.put("percent", readiness.percent());
    ready.put("waiting", readiness.waiting());
    ready.put("lost", readiness.lost());
    view.put("readiness", ready);
    return view;
  }

  private static Map<String, Object> funnel(Report.Funnel figures) {
    var view = new LinkedHashMap<String, Object>();
    view.put("people", figures.people());
    view.put("visits", figures.visits());
    view.put("reached", figures.reached());
    view.put("now", figures.now());
    return view;
  }

  private static Map<String, Object> stage(Report.StageFigures figures) {
    var view = new LinkedHashMap<String, Object>();
    view.put("stage", figures.stage());
    view.put("team", figures.team());
    view.put("reached", figures.reached());
    view.put("now", figures.now());
    view.put("stays", figures.stays());
    view.put("medianDays", figures.medianDays());
    view.put("p90Days", figures.p90Days());
    return view;
  }
}
