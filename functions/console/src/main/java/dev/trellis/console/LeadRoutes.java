package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.CallDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LeadDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.LeadForms;
import dev.trellis.console.page.LeadPage;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.LeadTimeline;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.LeadCsv;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.LeadLog;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.AccountStore;

/** Lists of leads, one lead, and what is done to it. */
final class LeadRoutes {

  private final Leads leads;
  private final LeadSearch search;
  private final AudienceView audiences;
  private final AccountStore accounts;
  private final IdentityDesk desk;
  private final SalesDesk sales;
  private final SteerDesk steer;
  private final Showing showing;

  LeadRoutes(Console console) {
    this.leads = console.leads();
    this.search = console.search();
    this.audiences = console.audiences();
    this.accounts = console.accounts();
    this.desk = console.desk();
    this.sales = console.sales();
    this.steer = console.steer();
    this.showing = console.showing();
  }

  /** The table of routes; the first that matches answers. */
  List<Entrance> entrances() {
    var view = new LeadsView(leads);
    var stays = new AccountsView(accounts, leads);
    var calls = new CallDesk(sales, leads.playbook(), showing);
    var deeds = new LeadDesk(sales, desk, leads.playbook(), showing);
    return List.of(
        showing.found(
            "/leads", "page", v -> Optional.of(search.page(v.request().query())), this::shown),
        new Entrance(
            Role.MARKETER,
            "GET",
            "/leads.csv",
            v -> LeadCsv.response(search, v.request().query(), showing.words(v))),
        Entrance.deed(Role.MARKETER, "/leads/owner", deeds::owners),
        showing.found(
            "/leads/{id}/score",
            "lead",
            v -> view.scores(Console.id(v), v.request().query()),
            (scores, _) -> Showing.json(200, scores)),
        new Entrance(
            Role.ADMIN,
            "GET",
            "/leads/{id}/export",
            v ->
                desk.export(Console.id(v))
                    .map(document -> Response.json(200, document))
                    .orElseGet(() -> Showing.none("lead"))),
        new Entrance(
            Role.ADMIN,
            "GET",
            "/leads/{id}/erase",
            v ->
                view.folder(Console.id(v))
                    .map(lead ->
                        Response.html(
                            200, new LeadForms(leads.playbook(), showing.words(v)).erase(lead)))
                    .orElseGet(() -> Showing.none("lead"))),
        showing.one(
            "/leads/{id}",
            "lead",
            v -> view.folder(Console.id(v)),
            LeadView::of,
            (lead, words) -> new LeadPage(lead, stays.stays(lead.id()), words).html()),
        showing.one(
            "/leads/{id}/timeline",
            "lead",
            v -> view.log(Console.id(v), v.request().query()),
            LeadLog::view,
            (log, words) -> new LeadTimeline(log.lead(), words).page(log)),
        ofLead(Role.SALES, "/calls", v -> calls.call(Console.id(v), v)),
        ofLead(Role.SALES, "/notes", v -> calls.note(Console.id(v), v)),
        Entrance.deed(Role.SALES, "/leads/{id}/journeys/{journey}/start", steer::start),
        Entrance.deed(Role.SALES, "/leads/{id}/journeys/{journey}/stop", steer::stop),
        ofLead(Role.SALES, "/values", v -> deeds.correct(Console.id(v), v)),
        ofLead(Role.SALES, "/owner", v -> deeds.owner(Console.id(v), v)),
        ofLead(Role.SALES, "/move", v -> deeds.move(Console.id(v), v)),
        ofLead(Role.SALES, "/unsubscribe", v -> deeds.unsubscribe(Console.id(v), v)),
        Entrance.deed(
            Role.SALES,
            "/leads/{id}/undo/{event}",
            v ->
                view.whole(Console.id(v))
                    .map(lead -> deeds.undo(lead, v.path("event"), v))
                    .orElseGet(() -> Showing.none("lead"))),
        ofLead(
            Role.SALES,
            "/split",
            v -> deeds.split(Console.id(v), v, other -> isOneOf(other, Console.id(v)))),
        ofLead(
            Role.SALES,
            "/join/{other}",
            v ->
                Console.back(
                    v,
                    "/leads/" + Console.id(v),
                    desk.join(Console.id(v), v.path("other"), v.hand()),
                    "joined")),
        ofLead(
            Role.SALES,
            "/apart/{other}",
            v ->
                Console.back(
                    v,
                    "/leads/" + Console.id(v),
                    desk.keepApart(Console.id(v), v.path("other"), v.hand()),
                    "apart")),
        ofLead(
            Role.ADMIN,
            "/erase",
            v -> {
              var answer = desk.erase(Console.id(v), v.hand());
              return v.wantsHtml() ? v.back(v.base() + "/leads", "erased") : answer;
            }),
        ofLead(
            Role.ADMIN,
            "/requests/export",
            v ->
                Console.back(
                    v, "/leads/" + Console.id(v), desk.sent(Console.id(v), v.hand()), "sent")),
        ofLead(
            Role.MARKETER,
            "/keep",
            v ->
                Console.back(
                    v, "/leads/" + Console.id(v), desk.keep(Console.id(v), v.hand()), "kept")));
  }

  private Response shown(LeadList list, Visit visit) {
    if (visit.wantsHtml()) {
      return Response.html(
          200, new LeadPages(leads.playbook(), audiences.named(), showing.words(visit)).html(list));
    }
    var answer =
        Showing.json(200, list.lines())
            .withHeader("looked", Integer.toString(list.page().looked()));
    return Console.linked(visit, answer, list.next());
  }

  // Whatever is done to a lead is done to one that there is, as is whom it is joined with or kept
  // apart from.
  private Entrance ofLead(Role role, String what, Function<Visit, Response> deed) {
    return Entrance.deed(
        role,
        "/leads/{id}" + what,
        visit ->
            visit.request().pathParameters().values().stream()
                    .allMatch(lead -> leads.person(lead).isPresent())
                ? deed.apply(visit)
                : Showing.none("lead"));
  }

  private boolean isOneOf(String absorbed, String lead) {
    return leads.person(lead).filter(p -> p.absorbed().contains(absorbed)).isPresent();
  }
}
