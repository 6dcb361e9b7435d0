package dev.trellis.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.Console;
import dev.trellis.console.ConsoleDoor;
import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Watch;
import dev.trellis.console.desk.ExportLead;
import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.LetterDesk;
import dev.trellis.console.desk.MailDesk;
import dev.trellis.console.desk.QuarantineDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.desk.SteerDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.PlaybookView;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadSearch;
import dev.trellis.console.view.Leads;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Audit;
import dev.trellis.core.port.sweep.RolloutDesk;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryAudit;
import dev.trellis.memory.InMemoryCards;
import dev.trellis.memory.InMemoryFlows;
import dev.trellis.memory.InMemoryGroups;
import dev.trellis.memory.InMemoryJourneyPauses;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryLetterRuns;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryMembers;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryQuarantine;
import dev.trellis.memory.InMemoryRollouts;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import dev.trellis.memory.InMemoryWorkQueues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All routes of the console, as nobody and as somebody of each role asks for them. */
class EveryEntranceTest {

  private static final List<String> SENT = new ArrayList<>();
  private static final Door DOOR = new Door();
  private static final Audit AUDIT = new InMemoryAudit();
  private static final Console CONSOLE = console();
  private static final ConsoleDoor ANSWERS =
      new ConsoleDoor(DOOR.signIn, CONSOLE.entrances(), _ -> {});

  private static Console console() {
    var tables = new InMemoryTables();
    var people = new InMemoryLeadStore(tables);
    var files = new InMemoryLeadFiles(tables);
    var accounts = new InMemoryAccountStore(tables);
    var quarantine = new InMemoryQuarantine(tables, DOOR.clock);
    var playbook = DefaultPlaybook.PLAYBOOK;
    var export = new ExportLead(files, people, new InMemoryPersonalItems(tables), accounts);
    var groups = new InMemoryGroups(tables);
    var leads = new Leads(files, playbook, DOOR.clock);
    var audiences = new AudienceView(new InMemoryMembers(tables), groups, playbook);
    return new Console(
        leads,
        new LeadSearch(new InMemoryCards(tables), audiences, people, playbook, DOOR.clock),
        audiences,
        new GroupDesk(groups, playbook, playbook.root(), DOOR.clock),
        accounts,
        new IdentityDesk(export, quarantine, SENT::add, DOOR.clock),
        new SalesDesk(playbook, people, SENT::add, DOOR.clock),
        new SweepDesk(new RolloutDesk(new InMemoryRollouts(tables), DOOR.clock)),
        new SteerDesk(leads, new InMemoryJourneyPauses(tables), SENT::add),
        new JourneyBoard(
            playbook,
            audiences,
            new InMemoryJourneyPauses(tables),
            new InMemoryFlows(tables),
            new InMemoryCards(tables)),
        new LetterDesk(new InMemoryLetterRuns(tables), playbook, DOOR.clock),
        new PlaybookView(playbook, playbook.root(), playbook.root(), "https://{host}"),
        new Watch(
            playbook,
            new MailDesk(
                new InMemoryMailLedger(tables),
                new InMemorySuppressions(tables),
                new SuppressionKeys(KeyRing.of("a secret of thirty-two characters")),
                people,
                _ -> {},
                SENT::add,
                SENT::add,
                DOOR.clock),
            new QuarantineDesk(quarantine, SENT::add, DOOR.clock),
            new InMemoryWorkQueues(List.of()),
            new InMemoryWaitingMails(tables),
            new InMemoryTimers(tables),
            AUDIT,
            DOOR.clock));
  }

  static List<Entrance> entrances() {
    return CONSOLE.entrances();
  }

  private Browser browser(Optional<Role> role) {
    var browser = new Browser(ANSWERS::answer);
    role.ifPresent(r -> {
      DOOR.claims = new Issuer.Claims("m-1", "mei@example.com", Optional.of(r), "mei@example.com");
      DOOR.signIn(browser);
    });
    return browser;
  }

  private static String token(Browser browser) {
    var home = browser.get(SignIn.BASE, "accept", "application/json");
    return Json.parse(Door.text(home)).get("csrf").toString();
  }

  private static Response ask(Browser browser, Entrance entrance, String path, String token) {
    return browser.ask(
        entrance.method(),
        path,
        "{}",
        "accept",
        "application/json",
        "content-type",
        "application/json",
        "x-csrf-token",
        token);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void letsInWhoMayAndNobodyElse(Entrance entrance) {
    var path = SignIn.BASE + entrance.path().replaceAll("\\{\\w+\\+?}", "none");
    assertThat(entrance.method()).as("as the template leads here").isIn("GET", "POST");

    assertThat(ask(browser(Optional.empty()), entrance, path, "").status())
        .as("nobody")
        .isIn(303, 401);
    for (var role : Role.values()) {
      var browser = browser(Optional.of(role));
      var token = token(browser);
      var status = ask(browser, entrance, path, token).status();
      if (role.may(entrance.role())) {
        assertThat(status).as(role + " may").isNotIn(401, 403, 500);
      } else {
        assertThat(status).as(role + " may not").isEqualTo(403);
      }
      if (!entrance.method().equals("GET")) {
        assertThat(ask(browser, entrance, path, "").status()).as("no token").isEqualTo(403);
      }
    }
    assertThat(SENT).isEmpty();
  }

  @Test
  void whatIsRefusedIsAPageForABrowserAndJsonForAProgram() {
    var browser = browser(Optional.of(Role.ADMIN));
    var page = browser.get(SignIn.BASE + "/leads/Lnone", "accept", "text/html");
    assertThat(page.status()).isEqualTo(404);
    assertThat(Door.text(page)).contains("<h1", "there is no such lead", "没有找到", "返回 · Back");
    var json = browser.get(SignIn.BASE + "/leads/Lnone", "accept", "application/json");
    assertThat(Json.parse(Door.text(json))).containsEntry("error", "there is no such lead");
    var odd = browser.get(SignIn.BASE + "/leads?limit=abc", "accept", "text/html");
    assertThat(odd.status()).isEqualTo(422);
    assertThat(odd.headers().get("content-type")).startsWith("text/html");
  }

  @Test
  void whatNoIndexHoldsIsRefusedBeforeAnyIsAsked() {
    var browser = browser(Optional.of(Role.ADMIN));
    for (var path : List.of("/leads?q=", "/leads?company=", "/accounts?q=")) {
      var answer = browser.get(SignIn.BASE + path + "王".repeat(201), "accept", "application/json");
      assertThat(answer.status()).as(path).isEqualTo(422);
      assertThat(Door.text(answer)).contains("at most 200 characters");
    }
  }

  @Test
  void whateverChangesSomethingAsksForMoreThanLooking() {
    assertThat(entrances())
        .hasSizeGreaterThan(20)
        .filteredOn(entrance -> !entrance.method().equals("GET"))
        .allMatch(entrance -> entrance.role() != Role.VIEWER);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whateverIsDoneIsNotedWithWhoDidIt(Entrance entrance) {
    var browser = browser(Optional.of(Role.ADMIN));
    var path = SignIn.BASE + entrance.path().replaceAll("\\{\\w+\\+?}", "none");
    var before = noted(entrance);
    ask(browser, entrance, path, token(browser));
    var isDeed =
        !entrance.method().equals("GET")
            || entrance.path().endsWith("/export")
            || entrance.path().endsWith(".csv");
    assertThat(noted(entrance)).isEqualTo(before + (isDeed ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whatIsNotedHasAName(Entrance entrance) {
    var isDeed =
        !entrance.method().equals("GET")
            || entrance.path().endsWith("/export")
            || entrance.path().endsWith(".csv");
    for (var language : isDeed ? List.of("zh", "en") : List.<String>of()) {
      var what = entrance.method() + " " + entrance.path();
      assertThat(new Words(language, ZoneOffset.UTC).deed(what)).isNotEqualTo(what);
    }
  }

  private static long noted(Entrance entrance) {
    var what = entrance.method() + " " + entrance.path();
    return AUDIT.page(Instant.EPOCH, Instant.MAX, "mei@example.com", null, 500).entries().stream()
        .filter(deed -> deed.what().equals(what) && deed.role().equals("admin"))
        .count();
  }
}
