package dev.trellis.local.surface;

import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.JourneyDesk;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.AccountsView;
import dev.trellis.console.view.AudienceCsv;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.LeadView;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.LeadsView;
import dev.trellis.console.view.LikenessView;
import dev.trellis.console.view.MailPreviewTree;
import dev.trellis.console.view.MailPreviews;
import dev.trellis.console.view.MailView;
import dev.trellis.console.view.ReadersView;
import dev.trellis.console.view.ReportsView;
import dev.trellis.console.view.TagsView;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.AccountStore;
import dev.trellis.local.emulator.FormBody;
import dev.trellis.local.emulator.MailArchive;
import dev.trellis.local.time.Span;
import dev.trellis.local.time.TimeMachine;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** What only this machine has: the start page and {@code /local/…}, for people and for tests. */
public final class Surface implements Function<Request, Optional<Response>> {

  /** Where the stand-in CRM takes hand-offs. */
  public static final String CRM_INBOX = "/local/crm/inbox";

  /** After a lead: its scores, explained and compared. */
  private static final String SCORE = "/score";

  /** After an account: the roles to look for. */
  private static final String GAPS = "/gaps.csv";

  private final Playbook playbook;
  private final InstantSource clock;
  private final TimeMachine machine;
  private final TimeMachine.Quiet quiet;
  private final MailArchive mails;
  private final LeadsView leads;
  private final AccountsView accounts;
  private final AudienceView audiences;
  private final ReportsView reports;
  private final ReadersView readers;
  private final JourneyDesk journeys;
  private final CrmRecords records;
  private final StandInCrm crm;
  private final IdentityDesk desk;
  private final MailPreviews previews;
  private final Pages pages;

  private Surface(
      Playbook playbook,
      InstantSource clock,
      TimeMachine machine,
      TimeMachine.Quiet quiet,
      MailArchive mails,
      Leads everybody,
      AccountStore accounts,
      CrmRecords records,
      StandInCrm crm,
      IdentityDesk desk,
      MailPreviews previews) {
    this.playbook = playbook;
    this.clock = clock;
    this.machine = machine;
    this.quiet = quiet;
    this.mails = mails;
    this.leads = new LeadsView(everybody);
    this.audiences = new AudienceView(everybody);
    this.reports = new ReportsView(everybody);
    this.readers = new ReadersView(everybody);
    this.journeys = new JourneyDesk(everybody);
    this.accounts = new AccountsView(accounts, everybody);
    this.records = records;
    this.crm = crm;
    this.desk = desk;
    this.previews = previews;
    this.pages =
        new Pages(
            new Sources(
                playbook,
                clock,
                this::mailViews,
                this.leads,
                this.accounts,
                audiences,
                reports,
                readers,
                records,
                desk,
                previews));
  }

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
      Playbook playbook,
      InstantSource clock,
      TimeMachine machine,
      TimeMachine.Quiet quiet,
      MailArchive mails,
      Leads leads,
      AccountStore accounts,
      CrmPlace crm,
      IdentityDesk desk)
      throws IOException {
    var records = new CrmRecords(crm.folder());
    var webhooks = URI.create(crm.base() + "/crm/stand-in");
    return new Surface(
        playbook,
        clock,
        machine,
        quiet,
        mails,
        leads,
        accounts,
        records,
        new StandInCrm(records, crm.secret(), webhooks, clock),
        desk,
        new MailPreviews(playbook, new PreviewLetters(crm.base(), clock), clock));
  }

  /** Where hand-offs are posted on a machine with this base address. */
  public static String crmInbox(String base) {
    return base + CRM_INBOX;
  }

  @Override
  public Optional<Response> apply(Request request) {
    var path = request.path();
    if (!path.equals("/") && !path.startsWith("/local/")) {
      return Optional.empty();
    }
    if (isFromElsewhere(request)) {
      return Optional.of(problem(403, "only pages of this machine may do that"));
    }
    try {
      return Optional.of(remembering(request, answer(request, request.method() + " " + path)));
    } catch (IllegalArgumentException | MessageFormatException e) {
      return Optional.of(problem(422, e.getMessage()));
    } catch (TimeoutException e) {
      return Optional.of(problem(503, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(problem(503, "stopping"));
    }
  }

  private Response answer(Request request, String route)
      throws TimeoutException, InterruptedException {
    if (wantsHtml(request) || route.equals("GET /")) {
      var page = pages.of(request, route);
      if (page.isPresent()) {
        return Response.html(200, page.get());
      }
    }
    return switch (route) {
      case "GET /local/mails" -> json(mailViews().stream().map(MailView::tree).toList());
      case "GET /local/mails/preview" -> json(MailPreviewTree.of(previews.all()));
      case "GET /local/leads" -> json(leads.all());
      case "GET /local/accounts" -> json(accounts.all());
      case "GET /local/titles" -> json(accounts.titles());
      case "GET /local/audiences" ->
          json(audiences.all().stream().map(AudienceView::summary).toList());
      case "GET /local/scenarios" -> json(reports.scenarios());
      case "GET /local/reports" ->
          json(ReportsView.tree(reports.report(ReportsView.days(request.query().get("days")))));
      case "GET /local/readers" -> json(readers.readersTree());
      case "GET /local/ctas" -> json(readers.ctasTree());
      case "GET /local/likeness" -> json(new LikenessView(playbook).tree(reports.likeness()));
      case "GET /local/tags" -> json(TagsView.of(playbook));
      case "GET /local/clock" -> json(Map.of("now", clock.instant().toString()));
      case "POST /local/clock" -> advance(request);
      case "GET /local/idle" -> {
        quiet.await();
        yield json(Map.of("idle", true));
      }
      case "GET /local/crm" -> json(records.all().stream().map(CrmRecords.Record::tree).toList());
      case "POST " + CRM_INBOX -> crm.receive(request);
      default -> answerOne(request, route);
    };
  }

  private Response answerOne(Request request, String route) {
    var ofDesk =
        desk.answer(request, route)
            .or(() -> journeys.answer(request, route, words(request), wantsHtml(request)));
    if (ofDesk.isPresent()) {
      // A button of the page asked for it: back to the page.
      return wantsHtml(request) && route.startsWith("POST /local/quarantine/")
          ? Response.seeOther("/local/quarantine")
          : ofDesk.get();
    } else if (route.startsWith("GET /local/mails/preview/")) {
      return preview(request, route.substring("GET /local/mails/preview/".length()));
    } else if (route.startsWith("GET /local/leads/")) {
      var id = route.substring("GET /local/leads/".length());
      return id.endsWith(SCORE)
          ? scores(request, id.substring(0, id.length() - SCORE.length()))
          : lead(id);
    } else if (route.startsWith("GET /local/accounts/")) {
      return account(request, route.substring("GET /local/accounts/".length()));
    } else if (route.startsWith("GET /local/audiences/")) {
      return audience(request, route.substring("GET /local/audiences/".length()));
    } else if (route.startsWith("POST /local/crm/")) {
      return tell(request, route.substring("POST /local/crm/".length()));
    }
    return problem(404, "there is no such page");
  }

  private Response lead(String id) {
    return leads
        .one(id)
        .map(folder -> json(new LeadView(folder).tree()))
        .orElseGet(() -> problem(404, "there is no such lead"));
  }

  private Response preview(Request request, String id) {
    return previews
        .one(id, words(request).language())
        .map(mail -> json(mail.tree()))
        .orElseGet(() -> problem(404, "there is no such mail"));
  }

  private Response scores(Request request, String id) {
    return leads
        .scores(id, request.query())
        .map(Surface::json)
        .orElseGet(() -> problem(404, "there is no such lead"));
  }

  private Response account(Request request, String path) {
    var gaps = path.endsWith(GAPS);
    var key = Pages.decoded(gaps ? path.substring(0, path.length() - GAPS.length()) : path);
    return (gaps
            ? accounts.gaps(key, words(request).language()).map(Surface::csv)
            : accounts.one(key).map(Surface::json))
        .orElseGet(() -> problem(404, "there is no such account"));
  }

  private Response audience(Request request, String file) {
    var isTable = file.endsWith(".csv");
    return audiences
        .one(isTable ? file.substring(0, file.length() - ".csv".length()) : file)
        .map(list -> {
          if (isTable) {
            return AudienceCsv.response(list, words(request));
          }
          return json(AudienceView.tree(list));
        })
        .orElseGet(() -> problem(404, "there is no such audience"));
  }

  private Response advance(Request request) throws TimeoutException, InterruptedException {
    if (!(said(request).get("advance") instanceof String span)) {
      throw new IllegalArgumentException("say how far, such as {\"advance\": \"P3D\"}");
    }
    var moved = machine.advance(Span.parse(span));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("now", moved.now().toString());
    answer.put("ticks", moved.ticks());
    return wantsHtml(request) ? Response.seeOther("/") : json(answer);
  }

  private Response tell(Request request, String handoff) {
    return crm.tell(handoff, CrmVerdict.of(said(request)))
        .map(told ->
            wantsHtml(request) && told.status() == 200
                ? Response.seeOther("/local/crm")
                : Response.json(told.status(), Json.compose(told.answer())))
        .orElseGet(() -> problem(404, "there is no such hand-off"));
  }

  private List<MailView> mailViews() {
    return mails.all().stream().map(mail -> OpenedMail.of(mail, mails.raw(mail))).toList();
  }

  private static Map<String, ?> said(Request request) {
    // Command-line clients say "form" of whatever they send: what it looks like decides.
    return !request.text().stripLeading().startsWith("{")
            && request.mediaType().equals("application/x-www-form-urlencoded")
        ? FormBody.parse(request.text())
        : Json.parse(request.text());
  }

  private static boolean wantsHtml(Request request) {
    return request.header("accept").filter(a -> a.contains("text/html")).isPresent();
  }

  // A page of another site must not move this machine's clock by a form of its own.
  private static boolean isFromElsewhere(Request request) {
    return request
        .header("origin")
        .filter(o -> !o.equals("http://" + request.header("host").orElse("")))
        .isPresent();
  }

  private Words words(Request request) {
    return Words.of(request, playbook.company());
  }

  private static Response remembering(Request request, Response response) {
    return Words.cookie(request).map(response::withCookie).orElse(response);
  }

  private static Response json(Object tree) {
    return Response.json(200, Json.compose(tree));
  }

  private static Response csv(String table) {
    return Response.of(200, "text/csv; charset=utf-8", table.getBytes(StandardCharsets.UTF_8));
  }

  private static Response problem(int status, String text) {
    return Response.json(status, Json.compose(Map.of("error", text)));
  }
}
