package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.account.AccountFile.Member;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.account.Kinship;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.AccountStore;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What scoring may expect of any {@link AccountStore}. */
abstract class AccountStoreContract {

  private static final Instant MONDAY = Sample.NOON;
  private static final Instant FRIDAY = Sample.NOON.plusSeconds(4 * 24 * 3600);

  private final AccountStore accounts = ports().accounts();
  private final String lead = Sample.lead();
  private final String motors = "示例汽车 " + Ids.random();
  private final String domain = Ids.random().toLowerCase() + ".example";

  abstract Ports ports();

  @Test
  void knowsNothingOfALeadThatWasNeverFiled() {
    assertThat(accounts.affiliation(lead)).isEqualTo(Affiliation.none(lead));
    assertThat(accounts.load(CompanyKey.name(motors)).contacts()).isEmpty();
    accounts.forget(lead);
  }

  @Test
  @Tag("R21")
  @Tag("R27")
  void keepsWhoLeftWithTheTitleHeldAndBeginsWithTheNewCompany() {
    var works = "示例物流 " + Ids.random();
    work(lead, at(motors, null, "CIO", MONDAY), Optional.empty());
    work(lead, at(works, null, "VP", FRIDAY), Optional.empty());

    assertThat(accounts.load(CompanyKey.name(motors)).members())
        .singleElement()
        .satisfies(member -> {
          assertThat(member.until()).hasValue(FRIDAY);
          assertThat(member.stays().getFirst().title()).isEqualTo("CIO");
        });
    assertThat(accounts.load(CompanyKey.name(works)).members())
        .singleElement()
        .satisfies(member -> {
          assertThat(member.since()).isEqualTo(FRIDAY);
          assertThat(member.until()).isEmpty();
        });
  }

  @Test
  @Tag("R21")
  void bringsNameAndDomainTogetherOnceOnePersonShowedBoth() {
    var byDomain = Sample.lead();
    work(byDomain, at(null, domain, null, null), Optional.empty());
    assertThat(leads(CompanyKey.domain(domain))).containsExactly(byDomain);

    work(lead, at(motors, domain, null, MONDAY), Optional.empty());
    assertThat(leads(CompanyKey.name(motors))).containsExactlyInAnyOrder(lead, byDomain);
    assertThat(leads(CompanyKey.domain(domain))).containsExactlyInAnyOrder(lead, byDomain);
    assertThat(accounts.load(CompanyKey.domain(domain)).key()).isEqualTo(CompanyKey.name(motors));
  }

  @Test
  @Tag("R21")
  void listsACompanyOnceUnderItsNameAndNoneThatNobodyIsFiledAt() {
    work(Sample.lead(), at(null, domain, null, null), Optional.empty());
    assertThat(listed(null)).contains(CompanyKey.domain(domain));
    work(lead, at(motors, domain, null, MONDAY), Optional.empty());
    work(Sample.lead(), at(motors, domain, null, FRIDAY), Optional.empty());
    var gone = Sample.lead();
    work(gone, at(motors + " Left", null, null, MONDAY), Optional.empty());
    accounts.forget(gone);

    assertThat(listed(null))
        .containsOnlyOnce(CompanyKey.name(motors))
        .doesNotContain(CompanyKey.domain(domain), CompanyKey.name(motors + " Left"));
    assertThat(listed(domain)).containsExactly(CompanyKey.name(motors));
  }

  @Test
  @Tag("R21")
  void findsACompanyByHowAnyOfItsNamesBeginsInAnyWriting() {
    var rest = Ids.random().toLowerCase();
    var latin = "Motörs " + rest;
    work(lead, named("蘇州" + motors, "苏州·" + motors, domain, MONDAY), Optional.empty());
    work(Sample.lead(), named(latin, "motors" + rest, domain, FRIDAY), Optional.empty());
    var company = CompanyKey.name("苏州·" + motors);

    for (var typed :
        List.of(
            "苏州" + motors,
            "蘇州" + motors,
            motors,
            latin.toUpperCase(),
            "motors" + latin.substring(6),
            domain)) {
      assertThat(listed(typed)).as(typed).contains(company);
    }
    assertThat(accounts.companies(latin, null, 9).entries())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.name()).isEqualTo(latin);
          assertThat(line.company()).isEqualTo(company);
        });
    assertThat(listed(motors.substring(1))).isEmpty();
  }

  @Test
  @Tag("R21")
  void isReadPageByPageInOrderOfNames() {
    var companies =
        IntStream.range(10, 35)
            .mapToObj(number -> motors + " " + number)
            .peek(name -> work(Sample.lead(), at(name, null, null, MONDAY), Optional.empty()))
            .map(CompanyKey::name)
            .toList();
    assertThat(listed(motors)).isEqualTo(companies);
    assertThat(accounts.companies(motors, null, 9).entries()).hasSize(9);
    assertThat(listed(null)).containsSubsequence(companies);
  }

  @Test
  @Tag("R21")
  void theListFollowsWhateverMakesOneCompanyOfTwoOrTwoOfOne() {
    var english = "motors" + Ids.random().toLowerCase();
    var first = Sample.lead();
    var both = List.of(CompanyKey.name(motors), CompanyKey.name(english));
    work(first, at(english, domain, null, FRIDAY), Optional.empty());
    work(lead, at(motors, domain, null, MONDAY), Optional.empty());
    assertThat(listed(null)).contains(both.get(0)).doesNotContain(both.get(1));

    say(motors, english, false);
    assertThat(listed(null)).containsAll(both);
    say(motors, english, true);
    assertThat(listed(english)).containsExactly(both.get(0));

    accounts.forget(lead);
    assertThat(listed(null)).contains(both.get(1)).doesNotContain(both.get(0));
    assertThat(listed(domain)).containsExactly(both.get(1));
  }

  @Test
  @Tag("R21")
  void aNameThatIsKnownMoreExactlyTakesThePlaceOfTheVaguerOne() {
    work(lead, at(motors, null, null, MONDAY), Optional.empty());
    work(lead, at("合肥·" + motors, null, null, FRIDAY), Optional.empty());
    assertThat(listed(null))
        .contains(CompanyKey.name("合肥·" + motors))
        .doesNotContain(CompanyKey.name(motors));
  }

  private List<CompanyKey> listed(String prefix) {
    var all = new ArrayList<CompanyKey>();
    String after = null;
    do {
      var page = accounts.companies(prefix, after, 10);
      page.entries().forEach(line -> all.add(line.company()));
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  @Tag("R21")
  void aDomainSpeaksForTheCompanyThatShowedItFirst() {
    var later = "示例汽车销售 " + Ids.random();
    work(Sample.lead(), at(later, domain, null, FRIDAY), Optional.empty());
    work(lead, at(motors, domain, null, MONDAY), Optional.empty());

    assertThat(accounts.load(CompanyKey.domain(domain)).key()).isEqualTo(CompanyKey.name(motors));
    assertThat(accounts.load(CompanyKey.name(later)).aliases()).isEmpty();
  }

  @Test
  @Tag("R21")
  void aDomainJoinsSpellingsWithItsEvidenceUntilAPersonSaysOtherwise() {
    var english = "motors" + Ids.random().toLowerCase();
    var other = Sample.lead();
    work(lead, at(motors, domain, null, MONDAY), Optional.empty());
    work(other, at(english, domain, null, FRIDAY), Optional.empty());

    var file = accounts.load(CompanyKey.name(english));
    assertThat(file.key()).isEqualTo(CompanyKey.name(motors));
    assertThat(leads(file.key())).containsExactlyInAnyOrder(lead, other);
    assertThat(file.joinings())
        .filteredOn(j -> j.other().equals(CompanyKey.name(english)))
        .singleElement()
        .satisfies(joining -> {
          assertThat(joining.by()).isEqualTo(domain);
          assertThat(joining.lead()).isEqualTo(other);
        });

    say(motors, english, false);
    assertThat(leads(CompanyKey.name(motors))).containsExactly(lead);
    assertThat(leads(CompanyKey.name(english))).containsExactly(other);

    say(english, motors, true);
    assertThat(leads(CompanyKey.name(motors))).containsExactlyInAnyOrder(lead, other);
  }

  @Test
  @Tag("R21")
  void aPersonJoinsWhatNoDomainDoesAndTakesItBack() {
    var other = Sample.lead();
    var plain = "示例 " + Ids.random();
    work(lead, at("合肥·" + plain, null, null, MONDAY), Optional.empty());
    work(other, at("苏州·" + plain, null, null, FRIDAY), Optional.empty());
    assertThat(leads(CompanyKey.name("合肥·" + plain))).containsExactly(lead);

    say("合肥·" + plain, "苏州·" + plain, true);
    assertThat(leads(CompanyKey.name("苏州·" + plain))).containsExactlyInAnyOrder(lead, other);
    say("合肥·" + plain, "苏州·" + plain, false);
    assertThat(leads(CompanyKey.name("苏州·" + plain))).containsExactly(other);
  }

  @Test
  @Tag("R21")
  void whoWasFiledWithoutThePlaceMovesToItAndLeftNobody() {
    work(lead, at(motors, null, "CIO", MONDAY), Optional.empty());
    work(lead, at("合肥·" + motors, null, "CIO", FRIDAY), Optional.empty());
    work(lead, at(motors, null, "CIO", FRIDAY), Optional.empty());

    assertThat(accounts.load(CompanyKey.name(motors)).contacts()).isEmpty();
    assertThat(accounts.load(CompanyKey.name("合肥·" + motors)).members())
        .singleElement()
        .satisfies(member -> {
          assertThat(member.since()).isEqualTo(MONDAY);
          assertThat(member.until()).isEmpty();
        });
  }

  @Test
  @Tag("R21")
  void whoeverOpensACompanySeesItsNamesakesAsLongAsSomebodyIsThere() {
    var group = Sample.lead();
    work(lead, at("合肥·" + motors, null, null, MONDAY), Optional.empty());
    work(Sample.lead(), at(motors, null, null, MONDAY), Optional.empty());
    work(Sample.lead(), at("苏州·" + motors, null, null, MONDAY), Optional.empty());
    work(group, at("合肥·" + motors + "/集团", null, null, MONDAY), Optional.empty());

    var hefei = CompanyKey.name("合肥·" + motors);
    assertThat(accounts.load(hefei).members()).extracting(Member::lead).containsExactly(lead);
    assertThat(accounts.load(hefei).kin())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                CompanyKey.name(motors),
                Kinship.POSSIBLY,
                CompanyKey.name("合肥·" + motors + "/集团"),
                Kinship.RELATED));
    assertThat(accounts.load(CompanyKey.name(motors)).kin())
        .containsEntry(hefei, Kinship.POSSIBLY)
        .containsEntry(CompanyKey.name("苏州·" + motors), Kinship.POSSIBLY);

    accounts.forget(group);
    assertThat(accounts.load(hefei).kin()).containsOnlyKeys(CompanyKey.name(motors));
  }

  private void say(String one, String other, boolean same) {
    accounts.say(
        new Verdict(CompanyKey.name(one), CompanyKey.name(other), same, "somebody", FRIDAY));
  }

  @Test
  @Tag("R21")
  void aMergedLeadIsOnePersonWithItsSurvivor() {
    var loser = Sample.lead();
    work(lead, at(motors, null, null, MONDAY), Optional.empty());
    work(loser, at(motors, null, null, FRIDAY), Optional.empty());
    var before = accounts.affiliation(loser);
    assertThat(accounts.save(before, before.retired(lead, FRIDAY))).isTrue();

    assertThat(accounts.load(CompanyKey.name(motors)).members())
        .singleElement()
        .satisfies(member -> {
          assertThat(member.lead()).isEqualTo(lead);
          assertThat(member.since()).isEqualTo(MONDAY);
          assertThat(member.until()).isEmpty();
        });
  }

  @Test
  void refusesWhatWasDecidedFromAnOlderVersionAndTakesItsOwnWriteForDone() {
    var none = Affiliation.none(lead);
    var first = none.following(at(motors, null, "CIO", MONDAY), Optional.empty(), 1, MONDAY);
    var other = none.following(at(motors, null, "CFO", MONDAY), Optional.empty(), 1, MONDAY);

    assertThat(accounts.save(none, first)).isTrue();
    assertThat(accounts.save(none, first)).as("told again").isTrue();
    assertThat(accounts.save(none, other)).isFalse();
    assertThat(accounts.affiliation(lead)).isEqualTo(first.nextVersion());
  }

  @Test
  @Tag("R26")
  void queuesAnUnmappedTitleOncePerLead() {
    var title = "Chief  Wonder Officer " + Ids.random();
    work(lead, at(motors, null, title, MONDAY), Optional.of(title));
    work(lead, at(motors, null, title, MONDAY), Optional.of(title.toUpperCase()));

    assertThat(openTitles())
        .filteredOn(t -> t.lead().equals(lead))
        .singleElement()
        .satisfies(t -> {
          assertThat(t.title()).isEqualTo(title);
          assertThat(t.at()).isEqualTo(MONDAY);
        });
  }

  @Test
  void forgetsALeadCompletely() {
    var title = "Chief Wonder Officer " + Ids.random();
    work(lead, at(motors, domain, title, MONDAY), Optional.of(title));
    accounts.forget(lead);
    accounts.forget(lead);

    assertThat(accounts.affiliation(lead)).isEqualTo(Affiliation.none(lead));
    assertThat(accounts.load(CompanyKey.name(motors)).contacts()).isEmpty();
    assertThat(accounts.load(CompanyKey.domain(domain)).key())
        .as("the alias is gone as well")
        .isEqualTo(CompanyKey.domain(domain));
    assertThat(openTitles()).extracting(OpenTitle::lead).doesNotContain(lead);
  }

  private void work(String who, Workplace workplace, Optional<String> unmapped) {
    var before = accounts.affiliation(who);
    var after = before.following(workplace, unmapped, before.profileVersion() + 1, MONDAY);
    assertThat(accounts.save(before, after)).isTrue();
  }

  private List<OpenTitle> openTitles() {
    var all = new ArrayList<OpenTitle>();
    String after = null;
    do {
      var page = accounts.openTitles(after);
      all.addAll(page.entries());
      after = page.next();
    } while (after != null);
    return all;
  }

  private List<String> leads(CompanyKey key) {
    return accounts.load(key).members().stream().map(Member::lead).toList();
  }

  private static Workplace named(String name, String core, String domain, Instant since) {
    return new Workplace(
        Optional.of(name),
        Optional.of(core),
        Optional.of(domain),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.of(since));
  }

  private static Workplace at(String core, String domain, String title, Instant since) {
    return new Workplace(
        Optional.ofNullable(core),
        Optional.ofNullable(core),
        Optional.ofNullable(domain),
        true,
        Optional.ofNullable(title),
        Optional.empty(),
        Optional.ofNullable(since));
  }
}
