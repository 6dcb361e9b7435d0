package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.account.Person;
import dev.trellis.console.desk.CompanyDesk;
import dev.trellis.console.desk.IdentityDesk;
import dev.trellis.console.desk.SalesDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Filing.Named;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.account.Joining;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CompaniesJudged;
import dev.trellis.core.event.Happening.CompanyNamed;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Workplace;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryLeadFiles;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountsViewTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String KEY = "name:示例精工";

  private final InMemoryTables tables = new InMemoryTables();
  private final AccountStore accounts = new InMemoryAccountStore(tables);
  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));

  private final Leads leads =
      new Leads(new InMemoryLeadFiles(tables), PLAYBOOK, InstantSource.fixed(NOON));
  private final AccountsView view = new AccountsView(accounts, leads);
  private final List<LeadEvent> told = new ArrayList<>();
  private final CompanyDesk desk = desk();

  private CompanyDesk desk() {
    Consumer<String> events = body -> told.add(LeadEvent.fromJson(body));
    return new CompanyDesk(
        accounts,
        leads,
        new IdentityDesk(null, null, events, leads.clock()),
        new SalesDesk(PLAYBOOK, new InMemoryLeadStore(tables), events, leads.clock()),
        new Showing(PLAYBOOK.company()));
  }

  private static Visit visit(String body) {
    var request =
        new Request(
            "POST",
            "/local/accounts/x",
            Map.of(),
            Map.of(),
            Map.of("content-type", "application/json"),
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8));
    return new Visit(request, Entrance.NOBODY, "/local", "");
  }

  // As scoring files what it is told.
  private boolean say(String key, String other, boolean same) {
    var answer = desk.judge(key, other, same, visit("{}"));
    told.forEach(event -> {
      var said = (CompaniesJudged) event.happening();
      accounts.say(
          new Verdict(
              CompanyKey.parse(said.company()),
              CompanyKey.parse(said.other()),
              said.same(),
              said.actor(),
              event.occurredAt()));
    });
    told.clear();
    return answer.status() == 202;
  }

  @Test
  @Tag("R21")
  void aNameIsToldAboutSomebodyWhoIsFiledThereAndNothingElseIsTaken() {
    assertThat(desk.name(KEY, visit("{\"name\": \" 示例精工集团 \"}")).status()).isEqualTo(202);
    assertThat(told)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.lead()).isIn("L1", "L2");
          assertThat(event.happening()).isEqualTo(new CompanyNamed("local", KEY, "示例精工集团"));
        });
    for (var name : List.of("", " ", "a\nb", "x".repeat(201))) {
      var body = Json.compose(Map.of("name", name));
      assertThat(desk.name(KEY, visit(body)).status()).as(name).isEqualTo(422);
    }
    assertThat(desk.name("name:nobody", visit("{\"name\": \"x\"}")).status()).isEqualTo(404);
    assertThat(told).hasSize(1);
  }

  @Test
  @Tag("R21")
  void aCompanyIsCalledWhatAPersonSaysLastAndStillFoundByWhatItsPeopleWrite() {
    var key = CompanyKey.parse("domain:linhai-precision.example");
    accounts.say(new Named(key, "Linhai Group", "ann", NOON.plusSeconds(2)));
    accounts.say(new Named(key, "An older word", "ann", NOON.plusSeconds(1)));

    assertThat(view.find(KEY).orElseThrow().name()).isEqualTo("Linhai Group");
    assertThat(view.list(Map.of("q", "linhai")).lines())
        .as("by its name and by its domain")
        .singleElement()
        .satisfies(line -> assertThat(line.name()).isEqualTo("Linhai Group"));
    for (var asked : List.of("linhai gr", "示例精")) {
      assertThat(view.list(Map.of("q", asked)).lines())
          .as(asked)
          .extracting(line -> line.company().toString())
          .containsExactly(KEY);
    }
  }

  @BeforeEach
  void fileTwoPeople() {
    works("L1", "示例精工", "cio");
    works("L2", null, "procurement");
  }

  @Test
  @Tag("R21")
  void oneCompanyIsListedOnceUnderItsNameWithWhoCameByItsDomain() {
    assertThat(view.list(Map.of()).lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.key()).hasToString(KEY);
          assertThat(line.named()).isEqualTo("linhai-precision");
          assertThat(line.priority()).isEqualTo(1);
        });
    for (var asked : List.of("示例精", "示例精工有限公司", "Linhai-Prec", "linhai-precision.example")) {
      assertThat(view.list(Map.of("q", asked)).lines())
          .as(asked)
          .extracting(line -> line.company().toString())
          .containsExactly(KEY);
    }
    assertThat(view.list(Map.of("q", "精工")).lines()).isEmpty();
    var one = AccountView.of(view.find("domain:linhai-precision.example").orElseThrow());
    assertThat(Json.parse(Json.show(one)))
        .containsEntry("key", KEY)
        .containsEntry("aliases", List.of("domain:linhai-precision.example"));
    assertThat(view.find("name:nobody")).isEmpty();
  }

  @Test
  @Tag("R21")
  void aNamesakeElsewhereIsListedAndJoinedOnlyByAPersonWhoMayTakeItBack() {
    var none = Affiliation.none("L3");
    var branch =
        new Workplace(
            Optional.of("示例精工"),
            Optional.of("合肥·示例精工"),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOON.plusSeconds(1)));
    accounts.save(none, none.following(branch, Optional.empty(), 1, NOON));
    var other = CompanyKey.name("合肥·示例精工");

    assertThat(view.find(KEY).orElseThrow().kin()).containsEntry(other, Kinship.POSSIBLY);
    assertThat(say(KEY, "name:nobody", true)).isFalse();
    assertThat(say(KEY, other.toString(), true)).isTrue();
    assertThat(view.find(KEY).orElseThrow().aliases()).contains(other);
    assertThat(say(KEY, other.toString(), false)).isTrue();
    assertThat(view.find(KEY).orElseThrow().aliases()).doesNotContain(other);
    assertThat(view.find(KEY).orElseThrow().kin()).containsEntry(other, Kinship.OTHER);
  }

  @Test
  @Tag("R21")
  void aDomainIsTakenFromACompanyAndGivenBack() {
    var domain = CompanyKey.domain("linhai-precision.example");

    assertThat(say(KEY, domain.toString(), false)).isTrue();
    assertThat(view.find(KEY).orElseThrow().people())
        .extracting(Person::lead)
        .containsExactly("L1");
    assertThat(view.find(KEY).orElseThrow().kin()).containsEntry(domain, Kinship.OTHER);
    assertThat(view.find(domain.toString()).orElseThrow().people())
        .extracting(Person::lead)
        .containsExactly("L2");

    assertThat(say(domain.toString(), KEY, true)).isTrue();
    assertThat(view.find(domain.toString()).orElseThrow())
        .isEqualTo(view.find(KEY).orElseThrow())
        .satisfies(account -> {
          assertThat(account.people()).hasSize(2);
          assertThat(account.joinings())
              .extracting(Joining::ground)
              .contains(Joining.Ground.PERSON);
        });
  }

  @Test
  @Tag("R29")
  void theGapsAreATableForASpreadsheet() {
    var lines = view.gaps(KEY, "zh").orElseThrow().split("\r\n");

    assertThat(lines[0]).isEqualTo("\uFEFFaccount,company,role,name,state,required,weight,former");
    assertThat(lines[1]).isEqualTo(KEY + ",'=示例精工,cmo,市场负责人,missing,yes,5,0");
    assertThat(lines).hasSize(4);
  }

  @Test
  @Tag("R26")
  void aTitleThatNobodyKnowsIsListed() {
    var before = accounts.affiliation("L1");
    var after = before.following(workplace("示例精工", "首席好奇官"), Optional.of("首席好奇官"), 9, NOON);
    accounts.save(before, after);

    assertThat(view.titles(Map.of()).waiting())
        .singleElement()
        .satisfies(waiting -> {
          assertThat(waiting.title()).isEqualTo("首席好奇官");
          assertThat(waiting.leads()).isEqualTo(1);
          assertThat(waiting.first()).isEqualTo(NOON);
        });
  }

  private void works(String lead, String core, String role) {
    var answers = new TreeMap<>(Map.of("role", role));
    if (core != null) {
      answers.put("company", "=" + core);
    }
    var event =
        LeadEvent.of(
            "event-of-" + lead,
            NOON,
            Channel.WEB,
            new TreeSet<>(List.of(Identity.parse("cookie:" + lead))),
            Origin.NONE,
            new FormSubmitted("summit-deck", answers, true, "zh", "receipt-of-" + lead));
    new InMemoryLeadStore(tables)
        .append(
            new Append(
                event,
                LeadRecord.unborn(lead).withProfile(Profile.EMPTY.with(event)),
                List.of(),
                new TreeMap<>()));
    var none = Affiliation.none(lead);
    accounts.save(none, none.following(workplace(core, null), Optional.empty(), 1, NOON));
  }

  private static Workplace workplace(String core, String title) {
    return new Workplace(
        Optional.ofNullable(core),
        Optional.ofNullable(core),
        Optional.of("linhai-precision.example"),
        true,
        Optional.ofNullable(title),
        Optional.empty(),
        Optional.of(NOON));
  }
}
