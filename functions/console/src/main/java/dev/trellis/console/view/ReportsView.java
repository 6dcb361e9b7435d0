package dev.trellis.console.view;

import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.report.CtaReport;
import dev.trellis.console.report.LeadHistory;
import dev.trellis.console.report.Readership;
import dev.trellis.console.report.Report;
import dev.trellis.console.report.Reports;
import dev.trellis.core.playbook.Playbook;
import java.util.Map;
import java.util.stream.Stream;

/** Reports over all leads, computed whenever somebody asks. */
public record ReportsView(Everybody everybody) {

  private static final String USUAL_DAYS = "30";

  /**
   * What became of everybody; {@code ?days=} is how soon a contact must be MQL to count as ready.
   */
  public Report report(Map<String, String> query) {
    var days = query.getOrDefault("days", USUAL_DAYS);
    if (!days.matches("\\d{1,4}")) {
      throw new IllegalArgumentException("say days as a number, such as ?days=30");
    }
    return Reports.of(
        histories(), everybody.register().crowds(), playbook(), Integer.parseInt(days));
  }

  /** What past deals teach about the leads that are open (R32–R34). */
  public Likeness likeness() {
    return Likeness.of(histories(), playbook(), everybody.leads().now());
  }

  /** Who read what (R52, R83). */
  public Readership readership() {
    return Readership.of(everybody.all().map(f -> f.lead().profile()), playbook());
  }

  /** Who followed which call to action (R10). */
  public CtaReport ctas() {
    return CtaReport.of(histories(), everybody.register().crowds(), playbook());
  }

  private Playbook playbook() {
    return everybody.leads().playbook();
  }

  private Stream<LeadHistory> histories() {
    return everybody.all().map(LeadHistory::of);
  }
}
