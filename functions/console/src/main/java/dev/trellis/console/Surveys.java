package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.JourneyDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.CtasPage;
import dev.trellis.console.page.LikenessPage;
import dev.trellis.console.page.ReadersPage;
import dev.trellis.console.page.ReportPages;
import dev.trellis.console.page.ReviewPages;
import dev.trellis.console.view.Everybody;
import dev.trellis.console.view.JourneysView;
import dev.trellis.console.view.LikenessView;
import dev.trellis.console.view.ReadersView;
import dev.trellis.console.view.ReportsView;
import dev.trellis.console.view.RequestsView;
import dev.trellis.console.view.RetentionView;
import dev.trellis.console.view.ScenarioView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;

/**
 * Pages that look at every lead when they are asked for: for one machine with few of them, until
 * each is counted as things happen.
 */
public record Surveys(Everybody everybody) {

  /** The table of routes; the first that matches answers. */
  public List<Entrance> entrances() {
    return Stream.of(ofLeads(), ofReports()).flatMap(List::stream).toList();
  }

  private Showing showing() {
    return new Showing(everybody.leads().playbook().company());
  }

  private List<Entrance> ofLeads() {
    var showing = showing();
    var journeys = new JourneysView(everybody);
    var changes = new JourneyDesk(journeys);
    return List.of(
        showing.all(
            "/requests",
            _ -> RequestsView.all(everybody),
            all -> all,
            (all, words) -> new ReviewPages(words).requests(all)),
        showing.all(
            "/retention",
            _ -> RetentionView.all(everybody),
            all -> all,
            (all, words) -> new ReviewPages(words).retention(all)),
        Entrance.deed(
            Role.VIEWER, "/journeys/{id}", v -> changes.change(v.path("id"), v.request().text())),
        new Entrance(Role.VIEWER, "DELETE", "/journeys/{id}", v -> changes.removal(v.path("id"))));
  }

  private List<Entrance> ofReports() {
    var showing = showing();
    var view = new ReportsView(everybody);
    var playbook = everybody.leads().playbook();
    return List.of(
        showing.all(
            "/reports",
            v -> view.report(v.request().query()),
            report -> report,
            (report, words) -> new ReportPages(playbook, words).html(report)),
        showing.all(
            "/scenarios",
            _ -> ScenarioView.all(everybody),
            all -> all,
            (all, words) -> new ReportPages(playbook, words).scenarios(all)),
        showing.all(
            "/readers",
            _ -> view.readership(),
            all -> ReadersView.of(all, playbook),
            (all, words) -> new ReadersPage(playbook, words).html(all)),
        showing.all(
            "/ctas",
            _ -> view.ctas(),
            all -> ReadersView.Ctas.of(all, playbook),
            (all, words) -> new CtasPage(playbook, words).html(all)),
        showing.all(
            "/likeness",
            _ -> view.likeness(),
            likeness -> LikenessView.of(likeness, playbook),
            (likeness, words) -> new LikenessPage(playbook, words).html(likeness)));
  }
}
