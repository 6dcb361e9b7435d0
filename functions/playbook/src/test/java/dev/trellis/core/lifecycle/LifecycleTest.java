package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.lifecycle.Reason.Demoted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lifecycle that is shipped as the default: MIL, MQL, SQL and value pools by what is known. */
class LifecycleTest extends LifecycleContract {

  LifecycleTest() {
    super(DefaultPlaybook.PLAYBOOK);
  }

  @ParameterizedTest
  @Tag("R58")
  @CsvSource({
    "'', '', lead",
    "+8613800138000, '', mil",
    "'', wm-1, mil",
    "+8613800138000, wm-1, mil",
  })
  void aMobileOrWeComMakesAMil(String mobile, String wecom, String stage) {
    assertThat(place(profile(mobile, wecom, "", "", ""), NOW).stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @Tag("R59")
  @Tag("R62")
  @Tag("R63")
  @Tag("R64")
  @CsvSource({
    "manufacturing, lead-scoring, within-3-months, mql, mql",
    "manufacturing, lead-scoring, within-6-months, mql, mql",
    "manufacturing, lead-scoring, within-12-months, mil, mil/high",
    "manufacturing, lead-scoring, no-plan, mil, mil/high",
    "manufacturing, lead-scoring, '', mil, mil/high",
    "other, lead-scoring, within-3-months, mil, mil/high",
    "'', lead-scoring, within-3-months, mil, mil/high",
    "'', lead-scoring, '', mil, mil/high",
    "manufacturing, '', within-3-months, mil, mil/mid",
    "manufacturing, '', no-plan, mil, mil/mid",
    "manufacturing, '', '', mil, mil/mid",
    "'', '', within-3-months, mil, mil/low",
    "'', '', no-plan, mil, mil/low",
    "'', '', '', mil, mil/low",
  })
  void industryNeedAndPlanDecideThePool(
      String industry, String need, String plan, String stage, String pool) {
    var placement = place(profile("+8613800138000", "", industry, need, plan), NOW);

    assertThat(placement.stage()).isEqualTo(stage);
    assertThat(placement.pool()).isEqualTo(pool);
    assertThat(placement.missingForMql().isEmpty()).isEqualTo(stage.equals("mql"));
  }

  @Test
  @Tag("R69")
  void aPlanRunsOutWithTimeAlone() {
    var profile = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var ends = Instant.parse("2027-02-20T02:00:00Z");

    assertThat(place(profile, NOW).reviewAt()).isEqualTo(ends);
    assertThat(place(profile, ends.minusSeconds(1)).pool()).isEqualTo("mql");
    assertThat(place(profile, ends).pool()).isEqualTo("mil/high");
    assertThat(place(profile, ends).reviewAt()).isNull();
  }

  @Test
  @Tag("R69")
  void aPlanThatIsFarAwayComesNear() {
    var profile =
        profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-12-months");
    var near = Instant.parse("2027-05-20T02:00:00Z");

    assertThat(place(profile, NOW).reviewAt()).isEqualTo(near);
    assertThat(place(profile, near.minusSeconds(1)).pool()).isEqualTo("mil/high");
    assertThat(place(profile, near).pool()).isEqualTo("mql");
  }

  @ParameterizedTest
  @Tag("R101")
  @CsvSource({
    "manufacturing, lead-scoring, mil/high, mil/mid",
    "manufacturing, lead-scoring, mil/mid, mil/low",
    "manufacturing, '', mil/mid, mil/low",
    "manufacturing, '', mil/high, mil/mid",
    "'', '', mil/low, mil/low",
  })
  void aColdLeadGoesOnePoolDownAndStaysThere(
      String industry, String need, String from, String pool) {
    var cold = profile("+8613800138000", "", industry, need, "").with(demoted(from));

    assertThat(place(cold, NOW).pool()).isEqualTo(pool);
    assertThat(place(cold, NOW.plus(Duration.ofDays(300))).pool()).isEqualTo(pool);
  }

  @ParameterizedTest
  @Tag("R65")
  @Tag("R101")
  @CsvSource({
    "no-budget, mil/high, mil/mid",
    "no-need, mil/mid, mil/low",
    "unreachable, mil/low, mil/low",
    "something-new, mil/high, review",
  })
  void aReturnedLeadThatTurnsColdGoesOnePoolDown(String reason, String from, String pool) {
    var mql = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var sooner = mql.with(crm("c1", Samples.T0.plusSeconds(30), "returned", reason));
    var later = mql.with(crm("c1", Samples.T0.plusSeconds(90), "returned", reason));

    assertThat(place(sooner.with(demoted(from)), NOW).pool()).isEqualTo(pool);
    assertThat(place(later.with(demoted(from)), NOW).pool())
        .as("the return judged anew")
        .isEqualTo(place(later, NOW).pool());
  }

  @Test
  @Tag("R101")
  void aDemotionIsLiftedByANewNeedOrByAKeyBehaviourOnALaterDay() {
    var cold =
        profile("+8613800138000", "", "manufacturing", "lead-scoring", "")
            .with(demoted("mil/high"));
    var sameDay = cold.with(attended(Samples.T0.plusSeconds(3600)));
    var later = cold.with(attended(Samples.T0.plus(Duration.ofDays(1))));
    var read = cold.with(Samples.read("e8", Samples.T0.plus(Duration.ofDays(2)), "summit-deck"));
    var told = cold.with(form("e9", Samples.T0.plusSeconds(120), "", "", "", "tag-system", ""));

    assertThat(place(cold, NOW).because()).last().isEqualTo(new Demoted("mil/mid", "mil/high"));
    assertThat(place(sameDay, NOW).pool()).isEqualTo("mil/mid");
    assertThat(place(read, NOW.plus(Duration.ofDays(3))).pool()).isEqualTo("mil/mid");
    assertThat(place(later, NOW.plus(Duration.ofDays(3))).pool()).isEqualTo("mil/high");
    assertThat(place(told, NOW).pool()).isEqualTo("mil/high");
  }
}
