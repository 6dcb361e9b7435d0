package dev.trellis.console.view;

import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.report.Report;
import dev.trellis.console.report.Reports;
import dev.trellis.console.report.ScenarioMap;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports computed from the table, whenever somebody asks (R11, R13, R32–R34, R72, R73). */
public final class ReportsView {

  private static final int USUAL_DAYS = 30;

  private final LeadItems items;
  private final Playbook playbook;
  private final InstantSource clock;

  public ReportsView(LeadItems items, Playbook playbook, InstantSource clock) {
    this.items = items;
    this.playbook = playbook;
    this.clock = clock;
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
    try (var leads = LeadHistories.partitions(items)) {
      return Reports.of(leads.map(LeadHistories::of), playbook, withinDays);
    }
  }

  /** What past deals teach about the leads that are open (R32–R34). */
  public Likeness likeness() {
    try (var leads = LeadHistories.partitions(items)) {
      return Likeness.of(leads.map(LeadHistories::of), playbook, clock.instant());
    }
  }

  /** The scenario maps, with the leads on each step. */
  public List<Map<String, Object>> scenarios() {
    var now = clock.instant();
    try (var leads = LeadHistories.partitions(items)) {
      return ScenarioView.counts(
          playbook,
          leads.map(partition -> {
            var lead = partition.lead();
            var portrait = Portrait.of(lead.lead(), lead.profile(), playbook, now);
            return ScenarioMap.of(portrait, LeadHistories.of(partition).events());
          }));
    }
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
