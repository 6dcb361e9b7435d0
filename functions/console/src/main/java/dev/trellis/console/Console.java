package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.JourneyDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.AccountPage;
import dev.trellis.console.page.AccountPages;
import dev.trellis.console.page.AudiencePages;
import dev.trellis.console.page.CtasPage;
import dev.trellis.console.page.JourneyPage;
import dev.trellis.console.page.LeadPage;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.LikenessPage;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.page.ReadersPage;
import dev.trellis.console.page.ReportPages;
import dev.trellis.console.page.ReviewPages;
import dev.trellis.console.page.TagsPage;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.view.AccountView;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.AudienceCsv;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneysView;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.view.Letters;
import dev.trellis.console.view.LikenessView;
import dev.trellis.console.view.MailPreviews;
import dev.trellis.console.view.ReadersView;
import dev.trellis.console.view.ReportsView;
import dev.trellis.console.view.RequestsView;
import dev.trellis.console.view.RetentionView;
import dev.trellis.console.view.ScenarioView;
import dev.trellis.console.view.TagsView;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.Quarantine;

/** What people see and do: every page and desk by its route. */
public record Console(
    Leads leads,
    LeadSearch search,
    AudienceView audiences,
    GroupDesk groups,
    AccountStore accounts,
    Quarantine quarantine,
    IdentityDesk desk,
    SalesDesk sales,
    Letters letters) {

  /** The table of routes; the first that matches answers. */
  public List<Route<Response>> routes() {
    var showing = new Showing(leads.playbook().company());
    return Stream.of(ofLeads(showing), ofAccounts(showing), ofReports(showing), ofPolicy(showing))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route<Response>> ofLeads(Showing showing) {
    var view = new LeadsView(leads);
    var stays = new AccountsView(accounts, leads);
    var journeys = new JourneysView(leads);
    var changes = new JourneyDesk(journeys);
    return List.of(
        showing.found(
            "/local/leads",
            "page",
            r -> Optional.of(search.page(r.query())),
            (list, r) -> shown(list, r, showing)),
        showing.found(
            "/local/leads/{id}/score",
            "lead",
            r -> view.scores(id(r), r.query()),
            (scores, _) -> Showing.json(200, scores)),
        showing.found(
            "/local/leads/{id}/export",
            "lead",
            r -> desk.export(id(r)),
            (document, _) -> Response.json(200, document)),
        showing.one(
            "/local/leads/{id}",
            "lead",
            r -> view.folder(id(r)),
            LeadView::of,
            (lead, words) -> new LeadPage(lead, stays.stays(lead.id()), words).html()),
        ofLead("/calls", r -> sales.call(id(r), r.text())),
        ofLead("/values", r -> sales.correct(id(r), r.text())),
        ofLead("/split", r -> desk.split(id(r), r.text(), other -> isOneOf(other, id(r)))),
        ofLead("/join/{other}", r -> back(r, "/local/leads/" + id(r), desk.join(id(r), other(r)))),
        ofLead(
            "/apart/{other}",
            r -> back(r, "/local/leads/" + id(r), desk.keepApart(id(r), other(r)))),
        ofLead("/erase", r -> back(r, "/local/requests", desk.erase(id(r)))),
        ofLead("/requests/export", r -> back(r, "/local/requests", desk.sent(id(r)))),
        showing.all(
            "/local/requests",
            _ -> RequestsView.all(leads),
            all -> all,
            (all, words) -> new ReviewPages(words).requests(all)),
        ofLead("/keep", r -> back(r, "/local/retention", desk.keep(id(r)))),
        showing.all(
            "/local/retention",
            _ -> RetentionView.all(leads),
            all -> all,
            (all, words) -> new ReviewPages(words).retention(all)),
        showing.all(
            "/local/journeys",
            _ -> journeys.all(),
            all -> all,
            (all, words) -> new JourneyPage(leads.playbook(), words).html(all)),
        showing.found(
            "/local/journeys/{id}.svg",
            "journey",
            r -> journeys.picture(id(r), showing.words(r).language()),
            (picture, _) -> Showing.text("image/svg+xml", picture)),
        new Route<>("POST", "/local/journeys/{id}", r -> changes.change(id(r), r.text())),
        new Route<>("DELETE", "/local/journeys/{id}", r -> changes.removal(id(r))));
  }

  private Response shown(LeadList list, Request request, Showing showing) {
    if (Showing.wantsHtml(request)) {
      return Response.html(200, new LeadPages(leads.playbook(), showing.words(request)).html(list));
    }
    var answer =
        Showing.json(200, list.lines())
            .withHeader("looked", Integer.toString(list.page().looked()));
    return list.next()
        .map(next -> answer.withHeader("link", "<" + next + ">; rel=\"next\""))
        .orElse(answer);
  }

  private List<Route<Response>> ofAccounts(Showing showing) {
    var view = new AccountsView(accounts, leads);
    return List.of(
        showing.all(
            "/local/accounts",
            _ -> view.all(),
            all -> all.stream().map(AccountView.Line::of).toList(),
            (all, words) -> new AccountPages(words).html(all)),
        showing.found(
            "/local/accounts/{id+}/gaps.csv",
            "account",
            r -> view.gaps(key(r), showing.words(r).language()),
            (table, _) -> Showing.text("text/csv", table)),
        new Route<>("POST", "/local/accounts/{id+}/join", r -> said(r, view, true)),
        new Route<>("POST", "/local/accounts/{id+}/apart", r -> said(r, view, false)),
        showing.one(
            "/local/accounts/{id+}",
            "account",
            r -> view.find(key(r)),
            AccountView::of,
            (account, words) -> new AccountPage(leads.playbook(), words).html(account)),
        showing.all(
            "/local/titles",
            _ -> view.titles(),
            all -> all,
            (all, words) -> new ReviewPages(words).titles(all)),
        showing.all(
            "/local/quarantine",
            _ -> quarantine.list(),
            all -> all,
            (all, words) -> new ReviewPages(words).quarantine(all)),
        new Route<>(
            "POST",
            "/local/quarantine/{id}/replay",
            r -> back(r, "/local/quarantine", desk.replay(id(r)))));
  }

  private List<Route<Response>> ofReports(Showing showing) {
    var view = new ReportsView(leads);
    var playbook = leads.playbook();
    return List.of(
        showing.all(
            "/local/audiences",
            _ -> audiences.all(),
            all -> all,
            (all, words) -> new AudiencePages(words).html(all)),
        showing.found(
            "/local/audiences/{id}.csv",
            "audience",
            r -> audiences.table(id(r), r.query()),
            (list, r) -> AudienceCsv.response(list, showing.words(r))),
        showing.found(
            "/local/audiences/{id}",
            "audience",
            r -> audiences.page(id(r), r.query()),
            (list, r) -> shown(list, r, showing)),
        new Route<>("POST", "/local/audiences/{id}", r -> groups.save(id(r), r.text())),
        new Route<>("DELETE", "/local/audiences/{id}", r -> groups.end(id(r))),
        showing.all(
            "/local/reports",
            r -> view.report(r.query()),
            report -> report,
            (report, words) -> new ReportPages(playbook, words).html(report)),
        showing.all(
            "/local/scenarios",
            _ -> ScenarioView.all(leads),
            all -> all,
            (all, words) -> new ReportPages(playbook, words).scenarios(all)),
        showing.all(
            "/local/readers",
            _ -> view.readership(),
            all -> ReadersView.of(all, playbook),
            (all, words) -> new ReadersPage(playbook, words).html(all)),
        showing.all(
            "/local/ctas",
            _ -> view.ctas(),
            all -> ReadersView.Ctas.of(all, playbook),
            (all, words) -> new CtasPage(playbook, words).html(all)),
        showing.all(
            "/local/likeness",
            _ -> view.likeness(),
            likeness -> LikenessView.of(likeness, playbook),
            (likeness, words) -> new LikenessPage(playbook, words).html(likeness)));
  }

  private static Response shown(AudienceList list, Request request, Showing showing) {
    if (Showing.wantsHtml(request)) {
      return Response.html(200, new AudiencePages(showing.words(request)).html(list));
    }
    var answer = Showing.json(200, AudienceView.Shown.of(list));
    return list.next() == null
        ? answer
        : answer.withHeader(
            "link",
            "</local/audiences/"
                + list.audience().id()
                + "?after="
                + list.next()
                + ">; rel=\"next\"");
  }

  private List<Route<Response>> ofPolicy(Showing showing) {
    var playbook = leads.playbook();
    var previews = new MailPreviews(playbook, letters, leads.clock());
    return List.of(
        showing.all(
            "/local/tags",
            _ -> playbook,
            TagsView::of,
            (_, words) -> new TagsPage(playbook, words).html()),
        showing.all(
            "/local/mails/preview",
            _ -> previews,
            MailPreviews::lines,
            (all, words) -> new MailPreviewPages(words).html(all.seen(words.language()))),
        showing.one(
            "/local/mails/preview/{id}",
            "mail",
            r -> previews.one(id(r), showing.words(r).language()),
            MailPreviews.Preview::mail,
            (preview, words) -> new MailPreviewPages(words).html(preview)));
  }

  // Whatever is done to a lead is done to one that there is, as is whom it is joined with or kept
  // apart from.
  private Route<Response> ofLead(String what, Function<Request, Response> deed) {
    return new Route<>(
        "POST",
        "/local/leads/{id}" + what,
        request ->
            request.pathParameters().values().stream()
                    .allMatch(lead -> leads.find(lead).isPresent())
                ? deed.apply(request)
                : Showing.none("lead"));
  }

  private boolean isOneOf(String absorbed, String lead) {
    return leads.find(lead).filter(f -> f.lead().absorbed().contains(absorbed)).isPresent();
  }

  // A button of the page asked for it: back to the page.
  private static Response back(Request request, String page, Response answer) {
    return Showing.wantsHtml(request) ? Response.seeOther(page) : answer;
  }

  private static String other(Request request) {
    return request.parameter("other").orElseThrow();
  }

  private static String id(Request request) {
    return request.parameter("id").orElseThrow();
  }

  private static Response said(Request request, AccountsView view, boolean same) {
    var other = request.query().getOrDefault("other", "");
    return view.say(key(request), other, same)
        ? back(
            request,
            AccountPages.path(key(request)),
            Showing.json(200, Map.of(same ? "joined" : "apart", other)))
        : Showing.none("account");
  }

  // In a path a plus is a plus.
  private static String key(Request request) {
    return URLDecoder.decode(id(request).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
