package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.CallDesk;
import dev.trellis.console.desk.CompanyDesk;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LeadDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.drawing.JourneyDrawing;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.AccountPage;
import dev.trellis.console.page.AccountPages;
import dev.trellis.console.page.AudiencePages;
import dev.trellis.console.page.GroupForm;
import dev.trellis.console.page.JourneyPage;
import dev.trellis.console.page.LeadForms;
import dev.trellis.console.page.LeadPage;
import dev.trellis.console.page.LeadPages;
import dev.trellis.console.page.LeadTimeline;
import dev.trellis.console.page.LettersPage;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.page.PlaybookPages;
import dev.trellis.console.page.ReviewPages;
import dev.trellis.console.page.SweepsPage;
import dev.trellis.console.page.TagsPage;
import dev.trellis.console.page.TodayPage;
import dev.trellis.console.page.WaysInPages;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.MailPreviews;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.policy.WaysIn;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.view.AccountView;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.AudienceCsv;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.view.GroupSheet;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadCsv;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.view.LeadLog;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.view.TagsView;
import dev.trellis.console.view.Today;
import dev.trellis.console.view.TwinsView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Theme;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.WayIn;

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
                ofLeads(),
                ofAudiences(),
                ofAccounts(),
                ofLetters(),
                ofPolicy(),
                ofPlaybook(),
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

  private List<Entrance> ofLeads() {
    var showing = showing();
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
            v -> view.scores(id(v), v.request().query()),
            (scores, _) -> Showing.json(200, scores)),
        new Entrance(
            Role.ADMIN,
            "GET",
            "/leads/{id}/export",
            v ->
                desk.export(id(v))
                    .map(document -> Response.json(200, document))
                    .orElseGet(() -> Showing.none("lead"))),
        new Entrance(
            Role.ADMIN,
            "GET",
            "/leads/{id}/erase",
            v ->
                view.folder(id(v))
                    .map(lead ->
                        Response.html(
                            200, new LeadForms(leads.playbook(), showing.words(v)).erase(lead)))
                    .orElseGet(() -> Showing.none("lead"))),
        showing.one(
            "/leads/{id}",
            "lead",
            v -> view.folder(id(v)),
            LeadView::of,
            (lead, words) -> new LeadPage(lead, stays.stays(lead.id()), words).html()),
        showing.one(
            "/leads/{id}/timeline",
            "lead",
            v -> view.log(id(v), v.request().query()),
            LeadLog::view,
            (log, words) -> new LeadTimeline(log.lead(), words).page(log)),
        ofLead(Role.SALES, "/calls", v -> calls.call(id(v), v)),
        ofLead(Role.SALES, "/notes", v -> calls.note(id(v), v)),
        Entrance.deed(Role.SALES, "/leads/{id}/journeys/{journey}/start", steer::start),
        Entrance.deed(Role.SALES, "/leads/{id}/journeys/{journey}/stop", steer::stop),
        ofLead(Role.SALES, "/values", v -> deeds.correct(id(v), v)),
        ofLead(Role.SALES, "/owner", v -> deeds.owner(id(v), v)),
        ofLead(Role.SALES, "/move", v -> deeds.move(id(v), v)),
        ofLead(Role.SALES, "/unsubscribe", v -> deeds.unsubscribe(id(v), v)),
        Entrance.deed(
            Role.SALES,
            "/leads/{id}/undo/{event}",
            v ->
                view.whole(id(v))
                    .map(lead -> deeds.undo(lead, v.path("event"), v))
                    .orElseGet(() -> Showing.none("lead"))),
        ofLead(Role.SALES, "/split", v -> deeds.split(id(v), v, other -> isOneOf(other, id(v)))),
        ofLead(
            Role.SALES,
            "/join/{other}",
            v -> back(v, "/leads/" + id(v), desk.join(id(v), v.path("other"), v.hand()), "joined")),
        ofLead(
            Role.SALES,
            "/apart/{other}",
            v ->
                back(
                    v,
                    "/leads/" + id(v),
                    desk.keepApart(id(v), v.path("other"), v.hand()),
                    "apart")),
        ofLead(
            Role.ADMIN,
            "/erase",
            v -> {
              var answer = desk.erase(id(v), v.hand());
              return v.wantsHtml() ? v.back(v.base() + "/leads", "erased") : answer;
            }),
        ofLead(
            Role.ADMIN,
            "/requests/export",
            v -> back(v, "/leads/" + id(v), desk.sent(id(v), v.hand()), "sent")),
        ofLead(
            Role.MARKETER,
            "/keep",
            v -> back(v, "/leads/" + id(v), desk.keep(id(v), v.hand()), "kept")));
  }

  private Response shown(LeadList list, Visit visit) {
    if (visit.wantsHtml()) {
      return Response.html(
          200,
          new LeadPages(leads.playbook(), audiences.named(), showing().words(visit)).html(list));
    }
    var answer =
        Showing.json(200, list.lines())
            .withHeader("looked", Integer.toString(list.page().looked()));
    return linked(visit, answer, list.next());
  }

  static Response linked(Visit visit, Response page, Optional<String> next) {
    return next.map(path -> page.withHeader("link", "<" + visit.base() + path + ">; rel=\"next\""))
        .orElse(page);
  }

  private List<Entrance> ofAudiences() {
    var showing = showing();
    return List.of(
        showing.all(
            "/audiences",
            _ -> audiences.overview(),
            AudienceView.Overview::groups,
            (all, words) -> new AudiencePages(leads.playbook(), words).html(all)),
        Entrance.deed(Role.MARKETER, "/audiences", this::group),
        new Entrance(
            Role.MARKETER,
            "GET",
            "/audiences/new",
            v ->
                Response.html(
                    200,
                    new GroupForm(leads.playbook(), showing.words(v))
                        .page(
                            GroupSheet.of(
                                v.request().query(), leads.playbook().scoring().grades())))),
        new Entrance(
            Role.MARKETER,
            "GET",
            "/audiences/{id}.csv",
            v ->
                audiences
                    .table(id(v), v.request().query())
                    .map(list -> AudienceCsv.response(list, showing.words(v)))
                    .orElseGet(() -> Showing.none("audience"))),
        showing.one(
            "/audiences/{id}/load",
            "audience",
            v -> audiences.load(id(v), v.request().query()),
            load -> load,
            (load, words) -> new AudiencePages(leads.playbook(), words).html(load)),
        showing.found(
            "/audiences/{id}",
            "audience",
            v -> audiences.page(id(v), v.request().query()),
            this::shown),
        Entrance.deed(
            Role.MARKETER, "/audiences/{id}", v -> groups.save(id(v), v.request().text())),
        Entrance.deed(
            Role.MARKETER,
            "/audiences/{id}/end",
            v -> {
              var answer = groups.end(id(v));
              return v.wantsHtml() && answer.status() == 200
                  ? v.back(v.base() + "/audiences", "group-ended")
                  : answer;
            }));
  }

  private Response group(Visit visit) {
    var sheet = new GroupSheet(CallSheet.typed(visit.request().text()));
    var form = new GroupForm(leads.playbook(), showing().words(visit));
    return switch (groups.make(sheet.id(), sheet.text())) {
      case GroupDesk.Kept(var id, var _) -> Response.seeOther(visit.base() + "/audiences/" + id);
      case GroupDesk.Hindered(var why) -> Response.html(409, form.refused(sheet, List.of(why)));
      case GroupDesk.Unread(var problems) ->
          Response.html(
              422,
              form.refused(
                  sheet, problems.stream().map(p -> p.what() + " – " + p.remedy()).toList()));
    };
  }

  private Response shown(AudienceList list, Visit visit) {
    if (visit.wantsHtml()) {
      var isFilling =
          list.after() == null
              && groups
                  .changedAt(list.audience().id())
                  .filter(at -> !sweeps.hasReachedAll(at))
                  .isPresent();
      return Response.html(
          200, new AudiencePages(leads.playbook(), showing().words(visit)).html(list, isFilling));
    }
    return linked(
        visit,
        Showing.json(200, AudienceView.Shown.of(list)),
        Optional.ofNullable(list.next())
            .map(next -> "/audiences/" + list.audience().id() + "?after=" + next));
  }

  private List<Entrance> ofAccounts() {
    var showing = showing();
    var view = new AccountsView(accounts, leads);
    var deeds = new CompanyDesk(accounts, leads, desk, sales, showing);
    return List.of(
        showing.found(
            "/accounts",
            "page",
            v -> Optional.of(view.list(v.request().query())),
            (list, v) ->
                v.wantsHtml()
                    ? Response.html(200, new AccountPages(showing.words(v)).html(list))
                    : linked(v, Showing.json(200, list.lines()), list.next())),
        showing.found(
            "/accounts/{id+}/gaps.csv",
            "account",
            v -> view.gaps(key(v), showing.words(v).language()),
            (table, _) -> Showing.text("text/csv", table)),
        Entrance.deed(
            Role.MARKETER,
            "/accounts/{id+}/join",
            v -> deeds.judge(key(v), v.query("other").orElse(""), true, v)),
        Entrance.deed(
            Role.MARKETER,
            "/accounts/{id+}/apart",
            v -> deeds.judge(key(v), v.query("other").orElse(""), false, v)),
        Entrance.deed(Role.MARKETER, "/accounts/{id+}/name", v -> deeds.name(key(v), v)),
        showing.one(
            "/accounts/{id+}",
            "account",
            v -> view.find(key(v)),
            AccountView::of,
            (account, words) -> new AccountPage(leads.playbook(), words).html(account)),
        showing.found(
            "/returns",
            "page",
            _ -> Optional.of(search.page(Map.of("pool", leads.playbook().otherReturns()))),
            (list, v) ->
                v.wantsHtml()
                    ? Response.html(
                        200, new LeadPages(leads.playbook(), showing.words(v)).returned(list))
                    : linked(v, Showing.json(200, list.lines()), list.next())),
        showing.found(
            "/titles",
            "page",
            v -> Optional.of(view.titles(v.request().query())),
            (page, v) ->
                v.wantsHtml()
                    ? Response.html(200, new ReviewPages(showing.words(v)).titles(page))
                    : linked(
                        v, Showing.json(200, page.waiting()), Optional.ofNullable(page.next()))),
        showing.found(
            TwinsView.PATH,
            "page",
            v -> Optional.of(new TwinsView(search).page(v.query("after").orElse(null))),
            (page, v) ->
                v.wantsHtml()
                    ? Response.html(200, new ReviewPages(showing.words(v)).twins(page))
                    : linked(v, Showing.json(200, page.pairs()), Optional.ofNullable(page.next()))),
        Entrance.deed(
            Role.MARKETER,
            "/quarantine/{id}/replay",
            v -> back(v, "/quarantine", desk.replay(id(v)), "replayed")));
  }

  private WaysIn waysIn(Visit visit) {
    return policy.waysIn(visit, waysSince(WaysIn.DAYS));
  }

  // How often each was taken in all, and on so many days until today.
  private WayIn.Counts waysSince(int days) {
    var today = leads.playbook().company().days().of(leads.now());
    return audiences.members().ways(today.minusDays(days - 1));
  }

  private List<Entrance> ofLetters() {
    var playbook = leads.playbook();
    var showing = showing();
    return List.of(
        showing.all(
            LetterDesk.PATH,
            _ -> letters.all(),
            all -> all,
            (all, words) -> new LettersPage(playbook, words).html(all)),
        showing.one(
            LetterDesk.PATH + "/{id}",
            "letter",
            v -> letters.find(id(v)).map(letter -> letter.with(waysSince(1))),
            letter -> letter,
            (letter, words) -> new LettersPage(playbook, words).html(letter)),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/approve", letters::approve),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/recount", letters::recount),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/stop", letters::stop));
  }

  private List<Entrance> ofPolicy() {
    var playbook = leads.playbook();
    return List.of(
        showing()
            .all(
                JourneyList.PATH,
                _ -> journeys.list(),
                JourneyList::lines,
                (all, words) -> new JourneyPage(playbook, words).all(all.lines())),
        showing()
            .found(
                JourneyList.PATH + "/{id}.svg",
                "journey",
                v -> Optional.ofNullable(playbook.journeys().get(id(v))),
                (journey, v) ->
                    Showing.text(
                        "image/svg+xml",
                        JourneyDrawing.svg(
                            journey,
                            playbook,
                            journeys.flow(journey.id()),
                            showing().words(v).language()))),
        showing()
            .one(
                JourneyList.PATH + "/{id}",
                "journey",
                v -> journeys.find(id(v)),
                journey -> journey,
                (journey, words) ->
                    new JourneyPage(playbook, words)
                        .one(journey, journeys.flow(journey.line().id()))),
        showing()
            .one(
                JourneyList.PATH + "/{id}/waiting",
                "journey",
                v -> journeys.waiting(id(v), v.request().query()),
                JourneyBoard.Queue::view,
                (queue, words) -> new JourneyPage(playbook, words).waiting(queue)),
        Entrance.deed(Role.MARKETER, "/journeys/{id}/pause", steer::pause),
        Entrance.deed(Role.MARKETER, "/journeys/{id}/resume", steer::resume),
        showing()
            .all(
                SweepDesk.PATH,
                _ -> sweeps.all(),
                all -> all,
                (all, words) -> new SweepsPage(playbook, words).html(all)),
        Entrance.deed(Role.ADMIN, SweepDesk.PATH + "/{cause}/approve", sweeps::approve),
        Entrance.deed(Role.ADMIN, SweepDesk.PATH + "/{cause}/stop", sweeps::stop),
        showing()
            .all(
                "/tags",
                _ -> playbook,
                TagsView::of,
                (_, words) -> new TagsPage(playbook, words).html()));
  }

  // What programs may ask for.
  private static Entrance document() {
    var text = Theme.read(Console.class, "/console.openapi.yaml");
    return Entrance.page("/openapi.yaml", _ -> Showing.text("application/yaml", text));
  }

  private List<Entrance> ofPlaybook() {
    var playbook = leads.playbook();
    var showing = showing();
    var mails = policy.mails();
    return List.of(
        showing.all(
            MailPreviewPages.PATH,
            _ -> mails.lines(),
            all -> all,
            (all, words) -> new MailPreviewPages(playbook, words).html(all)),
        showing.one(
            MailPreviewPages.PATH + "/{id}",
            "mail",
            v -> mails.one(id(v)),
            MailPreviews.Preview::seen,
            (preview, words) -> new MailPreviewPages(playbook, words).html(preview)),
        showing.all(
            WaysInPages.PATH,
            this::waysIn,
            all -> all,
            (all, words) -> new WaysInPages(playbook, words).html(all)),
        showing.one(
            WaysInPages.PATH + "/{id}",
            "form",
            v -> waysIn(v).form(id(v)),
            form -> form,
            (form, words) -> new WaysInPages(playbook, words).html(form)),
        showing.all(
            PlaybookPages.PATH,
            _ -> policy.contents(),
            all -> all,
            (all, words) -> new PlaybookPages(playbook, words).html(all)),
        showing.one(
            PlaybookPages.PATH + "/source/{file+}",
            "file",
            v -> policy.file(v.path("file")),
            file -> file,
            (file, words) -> new PlaybookPages(playbook, words).html(file)),
        showing.one(
            PlaybookPages.PATH + "/{kind}",
            "kind",
            v -> policy.all(v.path("kind")),
            all -> all,
            (all, words) -> new PlaybookPages(playbook, words).html(all)),
        showing.one(
            PlaybookPages.PATH + "/{kind}/{id+}",
            "thing",
            v -> policy.one(v.path("kind"), id(v)),
            one -> one,
            (one, words) -> new PlaybookPages(playbook, words).html(one)));
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

  // A button of a page asked for it: back to that page.
  private static Response back(Visit visit, String page, Response answer, String done) {
    return visit.wantsHtml()
        ? visit.back(visit.cameFrom().orElse(visit.base() + page), done)
        : answer;
  }

  private static String id(Visit visit) {
    return visit.path("id");
  }

  // In a path a plus is a plus.
  private static String key(Visit visit) {
    return URLDecoder.decode(id(visit).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
