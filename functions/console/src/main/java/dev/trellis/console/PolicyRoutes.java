package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.drawing.JourneyDrawing;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.JourneyPage;
import dev.trellis.console.page.LettersPage;
import dev.trellis.console.page.MailPreviewPages;
import dev.trellis.console.page.PlaybookPages;
import dev.trellis.console.page.SweepsPage;
import dev.trellis.console.page.TagsPage;
import dev.trellis.console.page.WaysInPages;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.MailPreviews;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.policy.WaysIn;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.Leads;
import dev.trellis.console.view.TagsView;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.port.WayIn;

/**
 * What is to happen to everybody, as the playbook has it and people let and stop it: letters,
 * journeys, sweeps, mails and forms.
 */
final class PolicyRoutes {

  private final Leads leads;
  private final AudienceView audiences;
  private final SweepDesk sweeps;
  private final SteerDesk steer;
  private final JourneyBoard journeys;
  private final LetterDesk letters;
  private final PlaybookView policy;
  private final Showing showing;

  PolicyRoutes(Console console) {
    this.leads = console.leads();
    this.audiences = console.audiences();
    this.sweeps = console.sweeps();
    this.steer = console.steer();
    this.journeys = console.journeys();
    this.letters = console.letters();
    this.policy = console.policy();
    this.showing = console.showing();
  }

  /** The table of routes; the first that matches answers. */
  List<Entrance> entrances() {
    return Stream.of(ofLetters(), ofPolicy(), ofPlaybook()).flatMap(List::stream).toList();
  }

  private List<Entrance> ofLetters() {
    var playbook = leads.playbook();
    return List.of(
        showing.all(
            LetterDesk.PATH,
            _ -> letters.all(),
            all -> all,
            (all, words) -> new LettersPage(playbook, words).html(all)),
        showing.one(
            LetterDesk.PATH + "/{id}",
            "letter",
            v -> letters.find(Console.id(v)).map(letter -> letter.with(waysSince(1))),
            letter -> letter,
            (letter, words) -> new LettersPage(playbook, words).html(letter)),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/approve", letters::approve),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/recount", letters::recount),
        Entrance.deed(Role.MARKETER, LetterDesk.PATH + "/{id}/stop", letters::stop));
  }

  private List<Entrance> ofPolicy() {
    var playbook = leads.playbook();
    return List.of(
        showing.all(
            JourneyList.PATH,
            _ -> journeys.list(),
            JourneyList::lines,
            (all, words) -> new JourneyPage(playbook, words).all(all.lines())),
        showing.found(
            JourneyList.PATH + "/{id}.svg",
            "journey",
            v -> Optional.ofNullable(playbook.journeys().get(Console.id(v))),
            (journey, v) ->
                Showing.text(
                    "image/svg+xml",
                    JourneyDrawing.svg(
                        journey,
                        playbook,
                        journeys.flow(journey.id()),
                        showing.words(v).language()))),
        showing.one(
            JourneyList.PATH + "/{id}",
            "journey",
            v -> journeys.find(Console.id(v)),
            journey -> journey,
            (journey, words) ->
                new JourneyPage(playbook, words).one(journey, journeys.flow(journey.line().id()))),
        showing.one(
            JourneyList.PATH + "/{id}/waiting",
            "journey",
            v -> journeys.waiting(Console.id(v), v.request().query()),
            JourneyBoard.Queue::view,
            (queue, words) -> new JourneyPage(playbook, words).waiting(queue)),
        Entrance.deed(Role.MARKETER, "/journeys/{id}/pause", steer::pause),
        Entrance.deed(Role.MARKETER, "/journeys/{id}/resume", steer::resume),
        showing.all(
            SweepDesk.PATH,
            _ -> sweeps.all(),
            all -> all,
            (all, words) -> new SweepsPage(playbook, words).html(all)),
        Entrance.deed(Role.ADMIN, SweepDesk.PATH + "/{cause}/approve", sweeps::approve),
        Entrance.deed(Role.ADMIN, SweepDesk.PATH + "/{cause}/stop", sweeps::stop),
        showing.all(
            "/tags",
            _ -> playbook,
            TagsView::of,
            (_, words) -> new TagsPage(playbook, words).html()));
  }

  private List<Entrance> ofPlaybook() {
    var playbook = leads.playbook();
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
            v -> mails.one(Console.id(v)),
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
            v -> waysIn(v).form(Console.id(v)),
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
            v -> policy.one(v.path("kind"), Console.id(v)),
            one -> one,
            (one, words) -> new PlaybookPages(playbook, words).html(one)));
  }

  private WaysIn waysIn(Visit visit) {
    return policy.waysIn(visit, waysSince(WaysIn.DAYS));
  }

  // How often each was taken in all, and on so many days until today.
  private WayIn.Counts waysSince(int days) {
    var today = leads.playbook().company().days().of(leads.now());
    return audiences.members().ways(today.minusDays(days - 1));
  }
}
