package dev.trellis.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.account.Person;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Joining;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
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
  private final AccountsView view =
      new AccountsView(
          accounts,
          new Leads(
              new InMemoryLeadFiles(tables),
              PlaybookReader.read(Path.of("../../infra/playbook")),
              InstantSource.fixed(NOON)));

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
    assertThat(view.say(KEY, "name:nobody", true, "local")).isFalse();
    assertThat(view.say(KEY, other.toString(), true, "local")).isTrue();
    assertThat(view.find(KEY).orElseThrow().aliases()).contains(other);
    assertThat(view.say(KEY, other.toString(), false, "local")).isTrue();
    assertThat(view.find(KEY).orElseThrow().aliases()).doesNotContain(other);
    assertThat(view.find(KEY).orElseThrow().kin()).containsEntry(other, Kinship.OTHER);
  }

  @Test
  @Tag("R21")
  void aDomainIsTakenFromACompanyAndGivenBack() {
    var domain = CompanyKey.domain("linhai-precision.example");

    assertThat(view.say(KEY, domain.toString(), false, "local")).isTrue();
    assertThat(view.find(KEY).orElseThrow().people())
        .extracting(Person::lead)
        .containsExactly("L1");
    assertThat(view.find(KEY).orElseThrow().kin()).containsEntry(domain, Kinship.OTHER);
    assertThat(view.find(domain.toString()).orElseThrow().people())
        .extracting(Person::lead)
        .containsExactly("L2");

    assertThat(view.say(domain.toString(), KEY, true, "local")).isTrue();
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
