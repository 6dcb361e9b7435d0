package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.MailDesk;
import dev.trellis.console.desk.Noting;
import dev.trellis.console.desk.QuarantineDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.desk.TestDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.AuditPage;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.page.MailWatchPages;
import dev.trellis.console.page.OperationsPage;
import dev.trellis.console.page.QuarantinePages;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.view.Waits;
import dev.trellis.console.view.watch.AuditView;
import dev.trellis.console.view.watch.OperationsView;
import dev.trellis.console.view.watch.Suppressed;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WorkQueues;

/**
 * What keeps everything going, as people see and steer it: mails of unknown fate, addresses that
 * get none, refused messages, queues, and who did what.
 */
public record Watch(
    Playbook playbook,
    MailDesk mails,
    QuarantineDesk quarantine,
    WorkQueues queues,
    WaitingMails line,
    Timers timers,
    Audit audit,
    InstantSource clock) {

  private static final int SHOWN = 50;

  /** So many dead letters come back at a press of the button, well within a request's time. */
  private static final int REDRIVEN = 100;

  /** The same entrances, at which deeds are noted. */
  List<Entrance> noting(List<Entrance> entrances) {
    return entrances.stream().map(new Noting(audit, clock)::of).toList();
  }

  /** What waits for a person. */
  Waits waits(SweepDesk sweeps, LetterDesk letters) {
    return Waits.of(mails.ledger(), quarantined(), sweeps.all(), letters.all());
  }

  private Quarantine quarantined() {
    return quarantine.quarantine();
  }

  List<Entrance> entrances(Showing showing, SweepDesk sweeps) {
    return Stream.of(
            ofMails(showing), ofTests(), ofQuarantine(showing), ofOperations(showing, sweeps))
        .flatMap(List::stream)
        .toList();
  }

  private List<Entrance> ofMails(Showing showing) {
    var entrances =
        new ArrayList<>(
            List.of(
                paged(
                    showing,
                    MailWatchPages.UNKNOWN,
                    v -> mails.ledger().unknown(v.query("after").orElse(null), SHOWN),
                    (page, v) -> new MailWatchPages(showing.words(v)).unknown(page, isAsked(v))),
                settling("sent", true),
                settling("not-sent", false),
                showing.found(
                    MailWatchPages.SUPPRESSIONS,
                    "address",
                    v -> Optional.of(v.query("address").filter(a -> !a.isBlank()).map(mails::look)),
                    (found, v) ->
                        v.wantsHtml()
                            ? Response.html(
                                200,
                                new MailWatchPages(showing.words(v)).suppression(found, isAsked(v)))
                            : found
                                .map(one -> Showing.json(200, one))
                                .orElseGet(() -> Showing.problem(422, "say address=")))));
    for (var ground : Suppressed.GROUNDS) {
      entrances.add(
          Entrance.deed(
              Role.ADMIN,
              MailWatchPages.SUPPRESSIONS + "/release/" + ground,
              v ->
                  mails.release(said(v, "address"), ground, v.hand())
                      ? asked(v, MailWatchPages.SUPPRESSIONS)
                      : Showing.none("address that bounced")));
    }
    return entrances;
  }

  private List<Entrance> ofTests() {
    var desk = new TestDesk(playbook, mails, line, clock);
    return List.of(
        Entrance.deed(Role.MARKETER, MailPreviewPages.PATH + "/{id}/test", desk::mail),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/test", desk::letter));
  }

  private Entrance settling(String fate, boolean wasSent) {
    return Entrance.deed(
        Role.MARKETER,
        MailWatchPages.UNKNOWN + "/{lead}/{send}/" + fate,
        v ->
            mails.settle(v.path("lead"), v.path("send"), wasSent)
                ? asked(v, MailWatchPages.UNKNOWN)
                : Showing.none("mail of unknown fate"));
  }

  private List<Entrance> ofQuarantine(Showing showing) {
    return List.of(
        paged(
            showing,
            "/quarantine",
            v -> quarantined().page(v.query("after").orElse(null), SHOWN),
            (page, v) -> new QuarantinePages(showing.words(v)).html(page)),
        showing.one(
            "/quarantine/{id}",
            "message",
            v -> quarantined().find(v.path("id")),
            refused -> refused,
            (refused, words) ->
                new QuarantinePages(words).one(refused, refused.reason(), refused.body())),
        Entrance.deed(
            Role.MARKETER,
            "/quarantine/{id}/mend",
            v ->
                quarantined()
                    .find(v.path("id"))
                    .filter(Refused::isWhole)
                    .map(refused -> mend(showing, refused, v))
                    .orElseGet(() -> Showing.none("message"))));
  }

  private Response mend(Showing showing, Refused refused, Visit visit) {
    var body =
        isForm(visit)
            ? CallSheet.typed(visit.request().text()).getOrDefault("message", "")
            : visit.request().text();
    var objection = quarantine.mend(refused, body);
    if (objection.isEmpty()) {
      return visit.wantsHtml()
          ? Response.seeOther(visit.base() + "/quarantine")
          : Showing.json(202, Map.of("mended", refused.id()));
    }
    return visit.wantsHtml()
        ? Response.html(
            422, new QuarantinePages(showing.words(visit)).one(refused, objection.get(), body))
        : Showing.problem(422, objection.get());
  }

  private List<Entrance> ofOperations(Showing showing, SweepDesk sweeps) {
    return List.of(
        showing.found(
            "/operations",
            "page",
            _ ->
                Optional.of(
                    OperationsView.of(
                        queues,
                        timers,
                        line,
                        playbook.scoring().version(),
                        sweeps.all(),
                        clock.instant())),
            (now, v) ->
                v.wantsHtml()
                    ? Response.html(200, new OperationsPage(showing.words(v)).html(now, isAsked(v)))
                    : Showing.json(200, now)),
        Entrance.deed(Role.ADMIN, "/operations/queues/{queue}/redrive", this::redrive),
        Entrance.deed(
            Role.ADMIN,
            "/operations/mail/pause",
            v -> {
              mails.pause();
              return asked(v, "/operations");
            }),
        Entrance.deed(
            Role.ADMIN,
            "/operations/mail/resume",
            v -> {
              mails.resume();
              return asked(v, "/operations");
            }),
        new Entrance(
            Role.ADMIN,
            "GET",
            "/audit",
            v -> {
              var found = AuditView.of(audit, v.request().query(), showing.company().zone(), clock);
              return v.wantsHtml()
                  ? Response.html(200, new AuditPage(showing.words(v)).html(found))
                  : Console.linked(v, Showing.json(200, found.page().entries()), found.next());
            }));
  }

  private Response redrive(Visit visit) {
    var queue = visit.path("queue");
    if (queues.all().stream().noneMatch(line -> line.name().equals(queue))) {
      return Showing.none("queue");
    }
    int moved = queues.redrive(queue, REDRIVEN);
    return visit.wantsHtml()
        ? Response.seeOther(visit.base() + "/operations")
        : Showing.json(200, Map.of("redriven", moved));
  }

  private static <E> Entrance paged(
      Showing showing,
      String path,
      Function<Visit, Listing.Page<E>> source,
      BiFunction<Listing.Page<E>, Visit, String> html) {
    return showing.found(
        path,
        "page",
        v -> Optional.of(source.apply(v)),
        (page, v) ->
            v.wantsHtml()
                ? Response.html(200, html.apply(page, v))
                : Console.linked(
                    v,
                    Showing.json(200, page.entries()),
                    Optional.ofNullable(page.next()).map(next -> path + "?after=" + next)));
  }

  // It is done by another function, within seconds.
  private static Response asked(Visit visit, String page) {
    return visit.wantsHtml()
        ? Response.seeOther(visit.base() + page + "?asked=yes")
        : Showing.json(202, Map.of("asked", true));
  }

  private static boolean isAsked(Visit visit) {
    return visit.query("asked").isPresent();
  }

  private static String said(Visit visit, String name) {
    var text = visit.request().text();
    var said = isForm(visit) ? CallSheet.typed(text).get(name) : Json.parse(text).get(name);
    if (said instanceof String value && !value.isBlank()) {
      return value;
    }
    throw new IllegalArgumentException("say " + name);
  }

  private static boolean isForm(Visit visit) {
    return visit.request().mediaType().equals("application/x-www-form-urlencoded");
  }
}
