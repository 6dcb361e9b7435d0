package dev.trellis.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.profile.CompanyKey;
import dev.trellis.core.profile.Workplace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was filed before places and units were kept: 合肥精密阀门 and 苏州精密阀门 as one. */
@Tag("R21")
class StoredFilingsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final CompanyKey BEFORE = CompanyKey.name("精密阀门");
  private static final CompanyKey HEFEI = CompanyKey.name("合肥·精密阀门");
  private static final CompanyKey SUZHOU = CompanyKey.name("苏州·精密阀门");

  private final Affiliation one = stored("L1", "hefei.example");
  private final Affiliation other = stored("L2", "suzhou.example");

  @Test
  void isFoundWhereItWasFiled() {
    assertThat(one.filings())
        .extracting(Filing::account, Filing::item)
        .containsExactly(
            tuple("name:精密阀门", "contact#L1"), tuple("domain:hefei.example", "alias#精密阀门#L1"));
    assertThat(one.filings())
        .first()
        .isEqualTo(
            Json.read(
                Filing.class,
                """
                {"kind":"Contact","company":"name:精密阀门","lead":"L1","stays":[{"company":\
                "name:精密阀门","domain":"hefei.example","since":"2026-03-02T12:00:00Z",\
                "title":"CIO"}]}\
                """));
    assertThat(open(BEFORE, one, other).members())
        .extracting(AccountFile.Member::lead)
        .containsExactly("L1", "L2");
  }

  @Test
  void movesToTheCompanyMeantWhenEachTellsAgainAndLeavesNothing() {
    var moved = one.following(at(HEFEI, "hefei.example"), Optional.empty(), 2, MONDAY);
    assertThat(moved.outdated(one)).isEqualTo(one.filings());
    assertThat(open(HEFEI, moved, other).kin())
        .containsExactly(Map.entry(BEFORE, Kinship.POSSIBLY));

    var both = other.following(at(SUZHOU, "suzhou.example"), Optional.empty(), 2, MONDAY);
    for (var key : List.of(HEFEI, CompanyKey.domain("hefei.example"))) {
      assertThat(open(key, moved, both).members())
          .singleElement()
          .satisfies(member -> {
            assertThat(member.lead()).isEqualTo("L1");
            assertThat(member.stays()).hasSize(1);
          });
    }
    assertThat(open(BEFORE, moved, both).contacts()).isEmpty();
  }

  @Test
  void colleaguesStayTogetherWhileOnlyOneHasMoved() {
    var colleague = stored("L2", "hefei.example");
    var moved = one.following(at(HEFEI, "hefei.example"), Optional.empty(), 2, MONDAY);

    for (var key : List.of(BEFORE, HEFEI)) {
      assertThat(open(key, moved, colleague).members()).hasSize(2);
    }
  }

  @Test
  void theSameWordReadOtherwiseIsNoNewCompany() {
    var mobile = CompanyKey.name("中国·mobile");
    var before =
        Affiliation.none("L1")
            .following(at(CompanyKey.name("chinamobile"), null), Optional.empty(), 1, MONDAY);
    var again = before.following(at(mobile, null), Optional.empty(), 2, MONDAY.plusSeconds(60));

    assertThat(again.stays()).extracting(Stay::company).containsExactly(mobile);
    assertThat(again.present()).isPresent();
  }

  private static AccountFile open(CompanyKey key, Affiliation... affiliations) {
    return AccountFile.open(
        key,
        one ->
            Stream.of(affiliations)
                .flatMap(affiliation -> affiliation.filings().stream())
                .filter(filing -> filing.account().equals(one.toString()))
                .toList());
  }

  private static Affiliation stored(String lead, String domain) {
    return Json.read(
        Affiliation.class,
        """
        {"lead":"%s","version":1,"profileVersion":1,"stays":[{"company":"name:精密阀门",\
        "domain":"%s","since":"2026-03-02T12:00:00Z","title":"CIO"}]}\
        """
            .formatted(lead, domain));
  }

  private static Workplace at(CompanyKey key, String domain) {
    return new Workplace(
        Optional.of(key.value()),
        Optional.of(key.value()),
        Optional.ofNullable(domain),
        true,
        Optional.of("CIO"),
        Optional.empty(),
        Optional.of(MONDAY));
  }
}
