package dev.trellis.console.account;

import static dev.trellis.console.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.console.Samples;
import dev.trellis.console.account.Chain.Slot;
import dev.trellis.console.account.Chain.State;
import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Stay;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final CompanyKey KEY = CompanyKey.name("示例精工");
  private static final Instant T0 = Samples.T0;
  private static final Instant LATER = T0.plus(Duration.ofDays(30));

  private final TreeMap<String, Profile> profiles = new TreeMap<>();
  private final List<Contact> contacts = new ArrayList<>();

  @Test
  @Tag("R39")
  void aDealThatIsWonWithOneOfItsPeopleMakesTheCompanyACustomer() {
    works("L1", form("e1", Map.of()));
    works("L2", form("e2", Map.of()));
    assertThat(draw().customerSince()).isEmpty();

    var won =
        new Happening.CrmChanged("crm", "c1", "won", null, null, null, new TreeMap<>(Map.of()));
    profiles.put("L2", profiles.get("L2").with(Samples.event("e3", LATER, won)));

    assertThat(draw().customerSince()).contains(LATER);
  }

  @Test
  @Tag("R21")
  void sumsItsPeopleAndMovesTheirPointsWhenTheyMove() {
    works("L1", form("e1", Map.of("need", "lead-scoring")));
    works("L2", form("e2", Map.of()).with(Samples.event("e3", T0, new Happening.CodeScanned())));
    var before = draw();
    assertThat(before.scores()).extracting(RollUp::name).contains("activity", "fit");
    assertThat(points(before, "activity"))
        .isEqualTo(portrait("L1").activity().points() + portrait("L2").activity().points());
    assertThat(before.scores())
        .allSatisfy(s ->
            assertThat(s.ofPeople().values().stream().mapToLong(Score::points).sum())
                .isEqualTo(s.points()));

    leaves("L2", LATER, "总监", null);
    var after = draw();
    assertThat(points(after, "activity")).isEqualTo(portrait("L1").activity().points());
    assertThat(after.former())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.lead()).isEqualTo("L2");
          assertThat(p.title()).isEqualTo("总监");
          assertThat(p.until()).isEqualTo(LATER);
        });
  }

  @Test
  @Tag("R22")
  void aCompanysFactsHaveSourceAndConfidence() {
    works("L1", form("e1", Map.of("industry", "manufacturing", "company-size", "200-999")));
    works("L2", form("e2", Map.of("industry", "manufacturing")));
    works("L3", form("e3", Map.of("industry", "retail", "purchase-path", "tender")));

    var industry = draw().fact(Field.INDUSTRY).orElseThrow();
    assertThat(industry.authority()).isEqualTo(Authority.FORM);
    assertThat(industry.confidencePercent())
        .isEqualTo(industry.value().equals("manufacturing") ? 66 : 33);
    assertThat(industry.others()).isNotEmpty();
    assertThat(draw().fact(Field.SIZE).orElseThrow().value()).isEqualTo("200-999");
    assertThat(draw().fact(Field.SIZE).orElseThrow().confidencePercent()).isEqualTo(100);
    assertThat(draw().fact(Field.PURCHASE_PATH).orElseThrow().shown().source()).isEqualTo("L3");

    profiles.computeIfPresent("L1", (_, p) -> p.with(said("e9", Map.of("industry", "energy"))));
    assertThat(draw().fact(Field.INDUSTRY).orElseThrow().value()).isEqualTo("energy");
    assertThat(draw().fact(Field.INDUSTRY).orElseThrow().authority()).isEqualTo(Authority.SALES);
  }

  @Test
  @Tag("R22")
  void companyFactsFilterPoolsAsTheyAreTold() {
    var small =
        DefaultPlaybook.with(
            "pools.yaml",
            "when: { industry: { known: true } }",
            "when: { company-size: { is: 200-999 }, purchase-path: { known: true } }");
    works("L1", form("e1", Map.of("company-size", "200-999", "purchase-path", "tender")));
    works("L2", form("e2", Map.of("company-size", "1-49", "purchase-path", "tender")));

    assertThat(pool("L1", small)).isEqualTo("mil/mid");
    assertThat(pool("L2", small)).isEqualTo("mil/low");
  }

  @Test
  @Tag("R22")
  @Tag("R27")
  void whatSomebodySaidAfterLeavingIsAboutAnotherCompany() {
    works("L1", form("e1", Map.of("industry", "manufacturing")));
    leaves("L1", T0.plusSeconds(3600), "CIO", null);
    assertThat(draw().fact(Field.INDUSTRY)).isPresent();

    profiles.put("L1", form("e2", T0.plusSeconds(7200), Map.of("industry", "retail")));
    assertThat(draw().fact(Field.INDUSTRY)).isEmpty();
  }

  @Test
  @Tag("R27")
  void theSlotOfWhoLeavesStaysAndIsVacantUntilASuccessorComes() {
    works("L1", form("e1", Map.of("role", "cio")));
    assertThat(slot("cio").state()).isEqualTo(State.FILLED);
    assertThat(slot("cmo").state()).isEqualTo(State.MISSING);

    leaves("L1", LATER, "CIO", "cio");
    assertThat(slot("cio").state()).isEqualTo(State.VACANT);
    assertThat(slot("cio").former()).containsExactly("L1");

    works("L2", form("e2", Map.of("role", "cio")));
    assertThat(slot("cio").state()).isEqualTo(State.FILLED);
    assertThat(slot("cio").people()).containsExactly("L2");
    assertThat(slot("cio").former()).containsExactly("L1");
  }

  @Test
  @Tag("R27")
  void aSuccessorInheritsTheAccountAndNoConsent() {
    works("L1", form("e1", Map.of("role", "cio", "industry", "manufacturing")));
    leaves("L1", LATER, "CIO", "cio");
    works(
        "L2",
        Profile.EMPTY.with(
            Samples.event(
                "e2",
                LATER,
                new Happening.RecordImported("b1", 1, new TreeMap<>(Map.of("role", "cio"))),
                "email:zhao@example.cn",
                "phone:+8613800138001")));

    assertThat(draw().people()).extracting(Person::lead).containsExactly("L2");
    assertThat(draw().fact(Field.INDUSTRY).orElseThrow().value()).isEqualTo("manufacturing");
    assertThat(portrait("L1").value(Field.CONSENT)).isNotEqualTo(new Value.Unknown());
    assertThat(portrait("L2").value(Field.CONSENT)).isEqualTo(new Value.Unknown());
    assertThat(new Lifecycle(PLAYBOOK).place(portrait("L2")).stage()).isEqualTo("traffic");
  }

  @Test
  @Tag("R28")
  void aJuniorWhoDecidesCountsMoreThanAChiefWhoSigns() {
    var playbook =
        DefaultPlaybook.with(
            "accounts.yaml",
            "chain:\n",
            """
            chain:
              - role: key-user
                name: { zh: 关键用户, en: Key user }
                weight: 9
                required: true
            """);
    works("L1", form("e1", Map.of("role", "key-user", "level", "staff")));
    var junior = draw(playbook).chain().coveragePercent();
    profiles.put("L1", form("e2", Map.of("role", "ceo", "level", "chief")));
    var chief = draw(playbook).chain().coveragePercent();

    assertThat(junior).isEqualTo(9 * 100 / 27);
    assertThat(chief).isEqualTo(2 * 100 / 27);
    assertThat(draw(playbook).chain().gaps().getFirst().role().role()).isEqualTo("key-user");
  }

  @Test
  @Tag("R29")
  void gapsAreListedMostWantedFirstWithCellsThatNoSpreadsheetRuns() {
    works("L1", form("e1", Map.of("role", "cio", "company", "=HYPERLINK(\"http://x.example\")")));
    works("L2", form("e2", T0.minusSeconds(9), Map.of("role", "procurement")));
    leaves("L2", LATER, null, "procurement");

    var rows = Gaps.of(draw(), "en");
    assertThat(rows).extracting(r -> r.get(2)).containsExactly("cmo", "procurement", "cfo", "ceo");
    assertThat(rows).extracting(r -> r.get(4)).contains("vacant", "missing");
    assertThat(rows).allSatisfy(r -> assertThat(r).hasSameSizeAs(Gaps.HEAD));
    assertThat(rows).extracting(r -> r.get(1)).containsOnly("'=HYPERLINK(\"http://x.example\")");
    for (var start : List.of("=", "+", "-", "@", "\t", "\r")) {
      assertThat(Gaps.harmless(start + "1")).isEqualTo("'" + start + "1");
    }
    assertThat(Gaps.harmless("精工 = 好")).isEqualTo("精工 = 好");
    assertThat(Gaps.harmless("")).isEmpty();
  }

  @Test
  @Tag("R31")
  void outsideDataFillsTheAccountUntilSomebodyOfItTells() {
    works("L1", form("e1", Map.of()));
    var known =
        new AccountFile(
            KEY,
            new TreeSet<>(List.of(CompanyKey.domain("qingyuan-biotech.example"))),
            contacts,
            List.of(),
            new TreeMap<>(),
            null);
    var outside = Account.of(known, this::find, PLAYBOOK).fact(Field.INDUSTRY).orElseThrow();
    assertThat(outside.value()).isEqualTo("life-science");
    assertThat(outside.authority()).isEqualTo(Authority.EXTERNAL);
    assertThat(outside.confidencePercent()).isEqualTo(85);
    assertThat(outside.shown().source()).isEqualTo("business-register");

    profiles.put("L1", form("e2", Map.of("industry", "retail")));
    var told = Account.of(known, this::find, PLAYBOOK).fact(Field.INDUSTRY).orElseThrow();
    assertThat(told.value()).isEqualTo("retail");
    assertThat(told.others()).extracting(Telling::value).containsExactly("life-science");
  }

  private void works(String lead, Profile profile) {
    profiles.put(lead, profile);
    contacts.add(
        new Contact(KEY, lead, null, List.of(new Stay(KEY, null, T0, null, null, null, null))));
  }

  private void leaves(String lead, Instant at, String title, String role) {
    contacts.removeIf(c -> c.lead().equals(lead));
    contacts.add(
        new Contact(KEY, lead, null, List.of(new Stay(KEY, null, T0, at, title, role, null))));
  }

  private Slot slot(String role) {
    return draw().chain().slots().stream()
        .filter(s -> s.role().role().equals(role))
        .findFirst()
        .orElseThrow();
  }

  private static long points(Account account, String score) {
    return account.scores().stream()
        .filter(s -> s.name().equals(score))
        .mapToLong(RollUp::points)
        .sum();
  }

  private Account draw() {
    return draw(PLAYBOOK);
  }

  private Account draw(Playbook playbook) {
    return Account.of(
        new AccountFile(KEY, new TreeSet<>(), contacts, List.of(), new TreeMap<>(), null),
        lead -> find(lead, playbook),
        playbook);
  }

  private String pool(String lead, Playbook playbook) {
    return new Lifecycle(playbook).place(find(lead, playbook).orElseThrow()).pool();
  }

  private Portrait portrait(String lead) {
    return find(lead).orElseThrow();
  }

  private Optional<Portrait> find(String lead) {
    return find(lead, PLAYBOOK);
  }

  private Optional<Portrait> find(String lead, Playbook playbook) {
    return Optional.ofNullable(profiles.get(lead))
        .map(p -> Portrait.of(lead, p, playbook, T0.plusSeconds(60)));
  }

  private static Profile form(String id, Map<String, String> answers) {
    return form(id, T0, answers);
  }

  private static Profile form(String id, Instant at, Map<String, String> answers) {
    return Profile.EMPTY.with(Samples.form(id, at, answers));
  }

  private static dev.trellis.core.event.LeadEvent said(String id, Map<String, String> answers) {
    return Samples.event(
        id,
        T0.plusSeconds(9),
        new Happening.CallRecorded("sdr", "reached", new TreeMap<>(answers)));
  }
}
