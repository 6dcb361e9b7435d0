package dev.trellis.core.lifecycle;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Happening;
import dev.trellis.core.lifecycle.Reason.Excluded;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever matches an exclusion never enters MQL, and the explanation names the rule. */
@Tag("R30")
class ExclusionTest {

  private static final Instant NOW = Samples.T0.plusSeconds(3600);
  private static final Profile READY =
      Profile.EMPTY.with(
          Samples.form(
              "e1",
              Samples.T0,
              Map.of(
                  "industry", "manufacturing", "need", "lead-scoring", "plan", "within-3-months")));

  @ParameterizedTest
  @Tag("R40")
  @Tag("R51")
  @ValueSource(strings = {"employee", "competitor", "agent", "media"})
  void whoIsNoProspectIsNoMqlHoweverReady(String identity) {
    var placement = place(READY.with(said("identity", identity)));

    assertThat(placement.stage()).isEqualTo("mil");
    assertThat(placement.pool()).isEqualTo("excluded");
    assertThat(placement.because()).contains(new Excluded(List.of(identity)));
    assertThat(placement.missingForMql()).containsExactly(Condition.parse("excluded unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "示例竞品科技有限公司, excluded",
    "上海示例竞品科技有限公司, excluded",
    "示例竞品科技集团有限公司合肥分公司, excluded",
    "Rival Example Software (Hefei) Inc., excluded",
    "示例竞品机械有限公司, mql",
    "示例科技有限公司, mql"
  })
  void aListedCompanyIsKeptOutAtEveryPlaceAndNoOtherIs(String company, String pool) {
    assertThat(place(READY.with(said("company", company))).pool()).isEqualTo(pool);
  }

  @Test
  @Tag("R40")
  void anEndCustomerIsAsWelcomeAsSomeoneUnknown() {
    assertThat(place(READY).pool()).isEqualTo("mql");
    assertThat(place(READY.with(said("identity", "customer"))).pool()).isEqualTo("mql");
  }

  @Test
  void aRuleThatNoLongerHoldsLetsTheLeadGo() {
    var excluded = READY.with(said("identity", "media"));

    assertThat(place(excluded).pool()).isEqualTo("excluded");
    var corrected =
        excluded.with(
            Samples.event(
                "e9",
                Samples.T0.plusSeconds(99),
                new Happening.Overridden(
                    "ann", "typo", new TreeMap<>(Map.of("identity", "customer")))));
    assertThat(place(corrected).pool()).isEqualTo("mql");
  }

  @Test
  void aReturnBringsNobodyBackIntoNurture() {
    var returned =
        READY
            .with(said("identity", "competitor"))
            .with(
                Samples.event(
                    "e8",
                    Samples.T0.plusSeconds(60),
                    new Happening.CrmChanged(
                        "stand-in", "h1", "returned", "no-budget", null, null, new TreeMap<>())));

    assertThat(place(returned).pool()).isEqualTo("excluded");
  }

  @Test
  @Tag("R69")
  void anExclusionThatComesWithTimeIsLookedForInTime() {
    var silence =
        DefaultPlaybook.with(
            "accounts.yaml", "{ identity: { is: media } }", "{ lastTouch: { olderThan: P20D } }");
    var comes = Samples.T0.plus(Duration.ofDays(20));
    var lifecycle = new Lifecycle(silence);

    assertThat(lifecycle.place(Portrait.of("L1", READY, silence, NOW)).reviewAt()).isEqualTo(comes);
    assertThat(lifecycle.place(Portrait.of("L1", READY, silence, comes)).because())
        .contains(new Excluded(List.of("media")));
  }

  private static dev.trellis.core.event.LeadEvent said(String field, String value) {
    return Samples.event(
        "e2",
        Samples.T0.plusSeconds(30),
        new Happening.CallRecorded("sdr", "reached", new TreeMap<>(Map.of(field, value))));
  }

  private static Placement place(Profile profile) {
    return new Lifecycle(PLAYBOOK).place(Portrait.of("L1", profile, PLAYBOOK, NOW));
  }
}
