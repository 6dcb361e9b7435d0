package dev.trellis.local.surface;

import module java.base;

import dev.trellis.console.Console;
import dev.trellis.console.Surveys;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.MailPage;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.MailView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.local.emulator.FormBody;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.emulator.SesDay;
import dev.trellis.local.emulator.SesEndpoint;
import dev.trellis.local.issuer.LocalIssuer;
import dev.trellis.local.time.Span;
import dev.trellis.local.time.TimeMachine;
import dev.trellis.nurture.SendingDesk;
import dev.trellis.ops.Commands;

/** What only this machine has: the start page and {@code /local/…}, for people and for tests. */
public final class Surface implements Function<Request, Optional<Response>> {

  /** Below which everything stands that this machine alone has. */
  public static final String BASE = "/local";

  /** Where the stand-in CRM takes hand-offs. */
  public static final String CRM_INBOX = BASE + "/crm/inbox";

  private final Leads leads;
  private final LeadSearch search;
  private final Running running;
  private final MailArchive mails;
  private final CrmRecords records;
  private final StandInCrm crm;
  private final Sending sending;
  private final Showing showing;
  private final List<Route<Response>> routes;

  private Surface(
      Console console,
      Surveys surveys,
      LocalIssuer issuer,
      Running running,
      MailArchive mails,
      Sending sending,
      CrmRecords records,
      StandInCrm crm) {
    this.sending = sending;
    this.leads = console.leads();
    this.search = console.search();
    this.running = running;
    this.mails = mails;
    this.records = records;
    this.crm = crm;
    this.showing = console.showing();
    this.routes =
        Stream.concat(
                Stream.concat(own().stream(), issuer.routes().stream()),
                Stream.of(table(), surveys.entrances(), console.entrances())
                    .flatMap(List::stream)
                    .map(entrance -> entrance.open(BASE)))
            .toList();
  }

  /** How time passes here. */
  public record Running(TimeMachine machine, TimeMachine.Quiet quiet) {}

  /**
   * The way out for mails, as people see it, and what is behind it here.
   *
   * @param commands all that an operator may do
   */
  public record Sending(SendingDesk desk, SesEndpoint ses, Commands commands) {}

  /**
   * The stand-in CRM.
   *
   * @param folder that keeps its records
   * @param secret shared with Trellis
   * @param base of Trellis' front door
   */
  public record CrmPlace(Path folder, String secret, String base) {}

  /** Puts the surface together. */
  public static Surface of(
      Console console,
      Surveys surveys,
      LocalIssuer issuer,
      Running running,
      MailArchive mails,
      Sending sending,
      CrmPlace crm)
      throws IOException {
    var records = new CrmRecords(crm.folder());
    var webhooks = URI.create(crm.base() + "/crm/stand-in");
    var clock = console.leads().clock();
    return new Surface(
        console,
        surveys,
        issuer,
        running,
        mails,
        sending,
        records,
        new StandInCrm(records, crm.secret(), webhooks, clock));
  }

  /** Where hand-offs are posted on a machine with this base address. */
  public static String crmInbox(String base) {
    return base + CRM_INBOX;
  }

  private List<Route<Response>> own() {
    return List.of(
        new Route<>("GET", "/", r -> Response.html(200, start(r))),
        new Route<>("POST", BASE + "/ops", new OpsRoute(sending.commands())),
        new Route<>("POST", CRM_INBOX, crm::receive));
  }

  private List<Entrance> table() {
    var playbook = leads.playbook();
    return List.of(
        showing.all(
            "/mails", _ -> mailViews(), all -> all, (all, words) -> new MailPage(words).html(all)),
        showing.all(
            "/sending",
            _ -> sendingNow(),
            now -> now,
            (now, words) -> new SendingPage(words).html(now)),
        Entrance.deed(Role.ADMIN, "/sending", this::change),
        showing.all(
            "/clock",
            _ -> leads.clock().instant(),
            now -> Map.of("now", now),
            (now, words) -> new StartPage(playbook, words).clockPage(now)),
        Entrance.deed(Role.ADMIN, "/clock", this::advance),
        Entrance.page("/idle", _ -> idle()),
        showing.all(
            "/crm",
            _ -> records.all(),
            all -> all.stream().map(CrmRecords.Record::view).toList(),
            (all, words) -> new CrmPage(playbook, words).html(all)),
        Entrance.deed(Role.ADMIN, "/crm/{handoff}", this::tell));
  }

  @Override
  public Optional<Response> apply(Request request) {
    var path = request.path();
    if (!path.equals("/") && !path.equals(BASE) && !path.startsWith(BASE + "/")) {
      return Optional.empty();
    }
    if (isFromElsewhere(request)) {
      return Optional.of(Showing.problem(403, "only pages of this machine may do that"));
    }
    try {
      var answer = routes.stream().flatMap(route -> route.answer(request).stream()).findFirst();
      return Optional.of(remembering(request, answer.orElseGet(() -> Showing.none("page"))));
    } catch (IllegalArgumentException | MessageFormatException e) {
      return Optional.of(Showing.problem(422, e.getMessage()));
    }
  }

  private String start(Request request) {
    var words = showing.words(new Visit(request, Entrance.NOBODY, BASE, ""));
    return new StartPage(leads.playbook(), words)
        .html(
            leads.clock().instant(),
            mailViews(),
            search.page(Map.of("limit", Integer.toString(StartPage.SHOWN))),
            records.all());
  }

  private Response advance(Visit visit) {
    if (!(said(visit).get("advance") instanceof String span)) {
      throw new IllegalArgumentException("say how far, such as {\"advance\": \"P3D\"}");
    }
    return inTime(() -> {
      var moved = running.machine().advance(Span.parse(span));
      return visit.wantsHtml() ? Response.seeOther("/") : Showing.json(200, moved);
    });
  }

  private SendingPage.View sendingNow() {
    var desk = sending.desk();
    return SendingPage.View.of(
        desk.brake(), desk.waiting(), sending.ses().day(), leads.clock().instant());
  }

  private Response change(Visit visit) {
    var said = said(visit);
    if (said.get("day") instanceof String day) {
      sending.ses().begin(SesDay.of(day));
    } else {
      switch (sending.desk().say(String.valueOf(said.get("sending")))) {
        case DONE, OVERTAKEN -> {}
        case UNKNOWN ->
            throw new IllegalArgumentException(
                "say {\"sending\": \"pause\"}, {\"sending\": \"resume\"} or {\"day\": \"no-quota\"}");
        case RESTORING -> throw new IllegalArgumentException("say restore done first");
      }
    }
    return visit.wantsHtml()
        ? Response.seeOther(BASE + "/sending")
        : Showing.json(200, sendingNow());
  }

  private Response idle() {
    return inTime(() -> {
      running.quiet().await();
      return Showing.json(200, Map.of("idle", true));
    });
  }

  private interface Waiting {
    Response answer() throws TimeoutException, InterruptedException;
  }

  private static Response inTime(Waiting waiting) {
    try {
      return waiting.answer();
    } catch (TimeoutException e) {
      return Showing.problem(503, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Showing.problem(503, "stopping");
    }
  }

  private Response tell(Visit visit) {
    return crm.tell(visit.path("handoff"), CrmVerdict.of(said(visit)))
        .map(told ->
            visit.wantsHtml() && told.status() == 200 ? Response.seeOther(BASE + "/crm") : told)
        .orElseGet(() -> Showing.none("hand-off"));
  }

  private List<MailView> mailViews() {
    return mails.all().stream().map(mail -> OpenedMail.of(mail, mails.raw(mail))).toList();
  }

  private static Map<String, ?> said(Visit visit) {
    var request = visit.request();
    // Command-line clients say "form" of whatever they send: what it looks like decides.
    return !request.text().stripLeading().startsWith("{")
            && request.mediaType().equals("application/x-www-form-urlencoded")
        ? FormBody.parse(request.text())
        : Json.parse(request.text());
  }

  // A page of another site must not move this machine's clock by a form of its own.
  private static boolean isFromElsewhere(Request request) {
    return request
        .header("origin")
        .filter(o -> !o.equals("http://" + request.header("host").orElse("")))
        .isPresent();
  }

  private static Response remembering(Request request, Response response) {
    return Words.cookie(request).map(response::withCookie).orElse(response);
  }
}
