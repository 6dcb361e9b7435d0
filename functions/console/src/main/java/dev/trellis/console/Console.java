package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.TodayPage;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.Today;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Theme;
import dev.trellis.core.port.AccountStore;

/** What people see and do wherever Trellis runs: every page and desk, and who may use it. */
public record Console(
    Leads leads,
    LeadSearch search,
    AudienceView audiences,
    GroupDesk groups,
    AccountStore accounts,
    IdentityDesk desk,
    SalesDesk sales,
    SweepDesk sweeps,
    SteerDesk steer,
    JourneyBoard journeys,
    LetterDesk letters,
    PlaybookView policy,
    Watch watch) {

  /** The table of routes; the first that matches answers. */
  public List<Entrance> entrances() {
    return watch.noting(
        Stream.of(
                List.of(today()),
                new LeadRoutes(this).entrances(),
                new GroupRoutes(this).entrances(),
                new CompanyRoutes(this).entrances(),
                new PolicyRoutes(this).entrances(),
                List.of(document()),
                watch.entrances(showing(), sweeps))
            .flatMap(List::stream)
            .toList());
  }

  /** Shows in the company's languages and zone. */
  public Showing showing() {
    return new Showing(leads.playbook().company());
  }

  private Entrance today() {
    return showing()
        .all(
            "",
            visit -> Today.of(visit, search, watch.waits(sweeps, letters), audiences),
            Today::view,
            (today, words) -> new TodayPage(leads.playbook(), words).html(today));
  }

  static Response linked(Visit visit, Response page, Optional<String> next) {
    return next.map(path -> page.withHeader("link", "<" + visit.base() + path + ">; rel=\"next\""))
        .orElse(page);
  }

  // What programs may ask for.
  private static Entrance document() {
    var text = Theme.read(Console.class, "/console.openapi.yaml");
    return Entrance.page("/openapi.yaml", _ -> Showing.text("application/yaml", text));
  }

  // A button of a page asked for it: back to that page.
  static Response back(Visit visit, String page, Response answer, String done) {
    return visit.wantsHtml()
        ? visit.back(visit.cameFrom().orElse(visit.base() + page), done)
        : answer;
  }

  static String id(Visit visit) {
    return visit.path("id");
  }

  // In a path a plus is a plus.
  static String key(Visit visit) {
    return URLDecoder.decode(id(visit).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
