package dev.trellis.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.account.Filing.Contact;
import dev.trellis.core.account.Filing.Verdict;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Towns of people who tell this and that of where they work. */
@Tag("R21")
class OpeningPropertyTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int TOWNS = 200;
  private static final int PEOPLE = 9;
  private static final List<String> NAMES =
      List.of("精密阀门", "合肥·精密阀门", "苏州·精密阀门", "精密阀门/集团", "合肥·precisionvalves", "精密阀们", "精密");
  private static final List<String> DOMAINS = List.of("one.example", "two.example");

  private final Random random = new Random(7);

  @Test
  void aCompanyIsTheSameWhicheverOfItsKeysIsOpenedAndEverybodyIsAtOne() {
    int joined = 0;
    int akin = 0;
    for (int town = 0; town < TOWNS; town++) {
      var filings = filings();
      var keys = keys(filings);
      var accounts = keys.stream().map(key -> open(key, filings)).toList();
      for (var account : accounts) {
        for (var alias : account.aliases()) {
          assertThat(shown(open(alias, filings)))
              .as("%s in %s", alias, filings)
              .isEqualTo(shown(account));
        }
        joined += account.joinings().size();
        akin += account.kin().size();
      }
      assertThat(
              accounts.stream()
                  .map(OpeningPropertyTest::shown)
                  .distinct()
                  .flatMap(a -> a.contacts().stream()))
          .as("%s", filings)
          .containsExactlyInAnyOrderElementsOf(
              filings.stream().filter(Contact.class::isInstance).map(Contact.class::cast).toList());
    }
    assertThat(joined).isGreaterThan(TOWNS);
    assertThat(akin).isGreaterThan(TOWNS);
  }

  @Test
  void whatAPersonJoinsIsOneUntilTheSamePersonTakesItBack() {
    for (int town = 0; town < TOWNS; town++) {
      var before = filings();
      var keys = List.copyOf(keys(before));
      var one = keys.get(random.nextInt(keys.size()));
      var other = keys.get(random.nextInt(keys.size()));
      if (one.kind() == CompanyKey.Kind.DOMAIN
          || other.kind() == CompanyKey.Kind.DOMAIN
          || one.equals(other)) {
        continue;
      }
      assertThat(shown(open(one, with(before, one, other, true))))
          .isEqualTo(shown(open(other, with(before, one, other, true))));
      var apart = with(before, one, other, false);
      assertThat(open(one, apart).contacts()).noneMatch(c -> c.company().equals(other));
      assertThat(open(one, apart).kin()).containsEntry(other, Kinship.OTHER);
    }
  }

  private record Shown(
      CompanyKey key, Set<CompanyKey> aliases, Set<Contact> contacts, Object kin) {}

  private static Shown shown(AccountFile file) {
    return new Shown(file.key(), file.aliases(), Set.copyOf(file.contacts()), file.kin());
  }

  private static List<Filing> with(
      List<Filing> filings, CompanyKey one, CompanyKey other, boolean same) {
    var verdict = new Verdict(one, other, same, "somebody", NOON);
    return Stream.concat(filings.stream(), verdict.everywhere().stream()).toList();
  }

  private static Set<CompanyKey> keys(List<Filing> filings) {
    return filings.stream()
        .filter(Contact.class::isInstance)
        .map(contact -> ((Contact) contact).company())
        .collect(Collectors.toSet());
  }

  private List<Filing> filings() {
    var all = new ArrayList<Filing>();
    for (int i = 0; i < PEOPLE; i++) {
      var at = NOON.plusSeconds(random.nextInt(PEOPLE));
      var core = random.nextInt(5) == 0 ? null : NAMES.get(random.nextInt(NAMES.size()));
      var domain =
          core != null && random.nextInt(3) == 0
              ? null
              : DOMAINS.get(random.nextInt(DOMAINS.size()));
      var workplace =
          new Workplace(
              Optional.ofNullable(core),
              Optional.ofNullable(core),
              Optional.ofNullable(domain),
              true,
              Optional.empty(),
              Optional.empty(),
              Optional.of(at));
      all.addAll(Affiliation.none("L" + i).following(workplace, Optional.empty(), 1, at).filings());
    }
    return all;
  }

  private static AccountFile open(CompanyKey key, List<Filing> filings) {
    return AccountFile.open(
        key, one -> filings.stream().filter(f -> f.account().equals(one.toString())).toList());
  }
}
