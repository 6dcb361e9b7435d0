package dev.trellis.playbook;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.playbook.AccountRules;
import dev.trellis.core.playbook.AccountRules.Exclusion;
import dev.trellis.core.playbook.NamedAccount;
import dev.trellis.core.portrait.AccountTraits;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Workplace;
import dev.trellis.playbook.check.AccountRulesCheck;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

  @TempDir private Path root;
  private final List<Problem> problems = new ArrayList<>();

  @Test
  @Tag("R40")
  void staffAndCompetitorsAreExcludedByDefault() {
    assertThat(PLAYBOOK.accounts().exclusions())
        .extracting(Exclusion::id)
        .contains("employee", "competitor");
  }

  @Test
  @Tag("R31")
  void outsideDataFillsGapsAndNeverOverwrites() throws Exception {
    var account = read(ACCOUNT).named().getFirst();
    var silent = account.enriched(Profile.EMPTY);
    var declared =
        Profile.EMPTY.with(
            dev.trellis.core.Samples.form(
                "e1",
                dev.trellis.core.Samples.T0.minusSeconds(999_999_999),
                Map.of("industry", "retail")));

    assertThat(problems).isEmpty();
    assertThat(silent.value(Field.INDUSTRY)).hasValue("manufacturing");
    assertThat(silent.facts().get(Field.INDUSTRY).firstKey()).isEqualTo(Authority.EXTERNAL);
    assertThat(account.enriched(declared).value(Field.INDUSTRY)).hasValue("retail");
    assertThat(account.enriched(declared).facts().get(Field.INDUSTRY))
        .as("the contradiction stays to be seen")
        .containsOnlyKeys(Authority.EXTERNAL, Authority.FORM);
    assertThat(account.enriched(declared).events()).isEqualTo(1);
  }

  @ParameterizedTest
  @Tag("R30")
  @ValueSource(strings = {"excluded", "stage"})
  void anExclusionMustNotRestOnWhatExclusionsDecide(String field) throws Exception {
    check(
        """
        exclusions:
          - id: circle
            name: { zh: 圈, en: Circle }
            when: { any: [ { not: { %s: { known: true } } }, { identity: { is: media } } ] }
        """
            .formatted(field));

    assertThat(problems).singleElement().asString().startsWith("accounts.yaml:2: ").contains(field);
  }

  @Test
  @Tag("R30")
  void anExclusionOfNobodyIsRefused() throws Exception {
    read("exclusions:\n  - id: none\n    name: { zh: 无, en: None }\n");

    assertThat(problems).singleElement().asString().contains("excludes nobody", "domains:");
  }

  @Test
  @Tag("R30")
  void domainsAreOneMoreReason() throws Exception {
    var exclusion =
        read("""
        exclusions:
          - id: rival
            name: { zh: 友商, en: Rivals }
            when: { identity: { is: competitor } }
            domains: [rival.example]
        """)
            .exclusions()
            .getFirst();

    assertThat(exclusion.when())
        .isInstanceOf(Condition.Any.class)
        .hasToString("(identity is competitor or account.domain is rival.example)");
  }

  @ParameterizedTest
  @Tag("R30")
  @CsvSource({
    "a@rival.example, true, false",
    "a@mail.rival.example, false, true",
    "a@cn.mail.rival.example, false, true",
    "a@notrival.example, false, false",
    "a@rival.example.com, false, false",
  })
  void aStarStandsForEveryDomainBelow(String email, boolean isItself, boolean isBelow)
      throws Exception {
    assertThat(excludes("rival.example", email)).isEqualTo(isItself);
    assertThat(excludes("'*.rival.example'", email)).isEqualTo(isBelow);
    assertThat(excludes("rival.example, '*.rival.example'", email)).isEqualTo(isItself || isBelow);
    assertThat(problems).isEmpty();
  }

  @Test
  @Tag("R31")
  void theNearestDomainTellsWhichAccountItIs() throws Exception {
    var below = ACCOUNT.replace("[one.example]", "['*.one.example']").replace("Uno", "Due");
    var rules =
        read(
            below.replace("id: one", "id: all")
                + ACCOUNT.replace("accounts:\n", "").replace("[one.example]", "[lab.one.example]"));

    assertThat(problems).isEmpty();
    assertThat(rules.named(at("a@lab.one.example")).map(NamedAccount::id)).hasValue("one");
    assertThat(rules.named(at("a@x.lab.one.example")).map(NamedAccount::id)).hasValue("all");
    assertThat(rules.named(at("a@one.example")).map(NamedAccount::id)).isEmpty();
  }

  @ParameterizedTest
  @Tag("R30")
  @CsvSource({
    "*, can match no address, such as example.com",
    "*., can match no address, such as example.com",
    "r*val.example, can match no address, such as example.com",
    "www.*.example, can match no address, such as example.com",
    "*.*.example, can match no address, such as example.com",
    "*rival.example, can match no address, such as example.com",
    "a@rival.example, can match no address, Write rival.example",
    "rival..example, can match no address, such as example.com",
    "Rival.example, can match no address, Write rival.example",
    "*.Rival.example, can match no address, Write *.rival.example",
    "示例.cn, can match no address, Write xn--fsq092h.cn",
    "com, companies share \"com\", own domain",
    "*.com, companies share \"com\", own domain",
    "*.com.cn, companies share \"com.cn\", own domain",
    "*.co.uk, companies share \"co.uk\", own domain",
    "*.sh.cn, companies share \"sh.cn\", own domain",
    "*.qq.com, anybody can have an address, own domain",
    "vip.qq.com, anybody can have an address, own domain",
  })
  void aDomainThatMatchesNobodyIsRefusedWithItsLine(String domain, String what, String remedy)
      throws Exception {
    var rule = "exclusions:\n  - id: x\n    name: { zh: 某, en: X }\n    domains:\n      - \"%s\"\n";
    var account = ACCOUNT.replace("[one.example]", "[\"" + domain + "\"]");
    for (var text : List.of(rule.formatted(domain), account)) {
      problems.clear();
      read(text, PLAYBOOK.dictionaries());

      assertThat(problems)
          .singleElement()
          .asString()
          .startsWith("accounts.yaml:5: ")
          .contains(what, remedy);
    }
  }

  @ParameterizedTest
  @Tag("R30")
  @CsvSource({
    "'', tells none from others",
    "有限公司, tells none from others",
    "（北京）, tells none from others",
    "北京, tells none from others",
    "北京市有限公司, tells none from others",
    "上海分公司, tells none from others",
    "集团有限公司, tells none from others",
    "测试, tells none from others",
    "N/A, tells none from others",
    "Co. Ltd., tells none from others",
    "'Shanghai, China', tells none from others",
    "'——', tells none from others",
    "*示例*, stands for other letters",
    "示例％, stands for other letters",
    "Rival Example ?, stands for other letters",
  })
  void aNameThatMatchesNobodyIsRefusedWithItsLine(String name, String what) throws Exception {
    var rule =
        "exclusions:\n  - id: x\n    name: { zh: 某, en: X }\n    companies:\n      - \"%s\"\n";
    read(rule.formatted(name), PLAYBOOK.dictionaries());
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("accounts.yaml:5: ")
        .contains("\"" + name + "\" can match no company", what, "Write the");

    problems.clear();
    read(
        ACCOUNT.replaceFirst("aliases: \\[[^]]*]", "aliases: [\"" + name + "\"]"),
        PLAYBOOK.dictionaries());
    assertThat(problems).as("an alias").singleElement().asString().contains(what);
  }

  @ParameterizedTest
  @Tag("R30")
  @ValueSource(strings = {"联通", "中国移动", "上海市政", "无印示例", "北京示例分公司", "US Steel"})
  void aNameOfCommonWordsIsAName(String name) throws Exception {
    var rule = "exclusions:\n  - id: x\n    name: { zh: 某, en: X }\n    companies: [\"%s\"]\n";

    assertThat(read(rule.formatted(name), PLAYBOOK.dictionaries()).exclusions()).hasSize(1);
    assertThat(problems).isEmpty();
  }

  private boolean excludes(String domains, String email) throws Exception {
    var rule =
        read("""
        exclusions:
          - id: rival
            name: { zh: 友商, en: Rivals }
            domains: [%s]
        """
                .formatted(domains))
            .exclusions()
            .getFirst();
    var traits = new AccountTraits(at(email), Optional.empty());
    return rule.when()
        .holds(
            new Condition.Subject() {
              @Override
              public Value value(String field) {
                return traits.value(field);
              }

              @Override
              public Instant now() {
                return dev.trellis.core.Samples.T0;
              }
            });
  }

  private static Workplace at(String email) {
    return Workplace.of(
        Profile.EMPTY.with(
            dev.trellis.core.Samples.form(
                "e1", dev.trellis.core.Samples.T0, Map.of("email", email))),
        PLAYBOOK.dictionaries());
  }

  @ParameterizedTest
  @Tag("R31")
  @CsvSource({
    "示例临海精密机械（合肥）有限公司, linhai-precision",
    "示例临海精机, linhai-precision",
    "示例北川物流有限公司, beichuan-logistics",
    "上海示例北川物流集团有限公司, beichuan-logistics",
    "Beichuan Logistics Example Group, beichuan-logistics",
    "示例北川机械有限公司,"
  })
  void aListedCompanyIsKnownAtEveryPlaceAndInItsGroup(String company, String id) {
    var workplace =
        Workplace.of(
            Profile.EMPTY.with(
                dev.trellis.core.Samples.form(
                    "e1", dev.trellis.core.Samples.T0, Map.of("company", company))),
            PLAYBOOK.dictionaries());

    assertThat(PLAYBOOK.accounts().named(workplace).map(NamedAccount::id))
        .isEqualTo(Optional.ofNullable(id));
  }

  @Test
  @Tag("R31")
  void twoAccountsWithOneDomainAreReportedWithBothNames() throws Exception {
    check(ACCOUNT + ACCOUNT.replace("accounts:\n", "").replace("id: one", "id: two"));

    assertThat(problems)
        .extracting(Problem::toString)
        .allMatch(p -> p.startsWith("accounts.yaml:13: "))
        .anyMatch(p -> p.contains("domain \"one.example\" with the account \"one\""));
  }

  @Test
  void aSecondAccountOfTheSameIdAWrongDayAndAWrongPercentageAreReported() throws Exception {
    read(
        (ACCOUNT + ACCOUNT.replace("accounts:\n", ""))
            .replaceFirst("2026-06-30", "last June")
            .replaceFirst("90", "900"));

    assertThat(problems)
        .extracting(Problem::toString)
        .anyMatch(p -> p.contains("last June") && p.startsWith("accounts.yaml:10: "))
        .anyMatch(p -> p.contains("900"))
        .anyMatch(p -> p.contains("a second account \"one\""))
        .hasSize(3);
  }

  private static final String ACCOUNT =
      """
      accounts:
        - id: one
          name: { zh: 一号, en: One }
          aliases: [Uno]
          domains: [one.example]
          priority: 1
          tier: strategic
          outside:
            source: register
            asOf: 2026-06-30
            confidencePercent: 90
            values: { industry: manufacturing }
      """;

  private void check(String text) throws Exception {
    var places = new HashMap<String, Yaml>();
    var rules = read(text, places);
    new AccountRulesCheck(rules, CompanyNames.EMPTY, places).run();
  }

  private AccountRules read(String text) throws Exception {
    return read(text, new HashMap<>());
  }

  private AccountRules read(String text, Map<String, Yaml> places) throws Exception {
    return read(text, places, Dictionaries.EMPTY);
  }

  private AccountRules read(String text, Dictionaries dictionaries) throws Exception {
    return read(text, new HashMap<>(), dictionaries);
  }

  private AccountRules read(String text, Map<String, Yaml> places, Dictionaries dictionaries)
      throws Exception {
    Files.writeString(root.resolve("accounts.yaml"), text);
    return AccountRulesReader.read(
        new Source(root, List.of("zh", "en"), places, problems), dictionaries);
  }
}
