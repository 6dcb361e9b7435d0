package dev.trellis.core.lifecycle;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {

  private static final Instant NOW = Samples.T0.plus(Duration.ofHours(1));
  private final Lifecycle lifecycle = new Lifecycle(PLAYBOOK);

  @Test
  @Tag("R9")
  void withoutContactDetailsALeadIsTraffic() {
    var placement = place(Profile.EMPTY.with(Samples.scan("e1", Samples.T0)), NOW);

    assertThat(placement.stage()).isEqualTo("traffic");
    assertThat(placement.pool()).isEqualTo("traffic");
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
  @Tag("R61")
  void whatIsMissingForMqlIsNamed() {
    var placement = place(profile("+8613800138000", "", "manufacturing", "", "no-plan"), NOW);

    assertThat(placement.missingForMql()).containsExactly("need known", "plan within P6M");
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

  @Test
  @Tag("R60")
  void onlyTheCrmMakesAnSql() {
    var mql = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");

    assertThat(place(mql, NOW).stage()).isEqualTo("mql");
    var accepted = mql.with(crm("c1", Samples.T0.plusSeconds(60), "accepted", null));
    assertThat(place(accepted, NOW).stage()).isEqualTo("sql");
    var late = accepted.with(crm("c0", Samples.T0.plusSeconds(50), "received", null));
    assertThat(place(late, NOW).stage()).as("an older word arrives late").isEqualTo("sql");
    var won = accepted.with(crm("c2", Samples.T0.plusSeconds(90), "won", null));
    assertThat(place(won, NOW).pool()).isEqualTo("customer");
  }

  @ParameterizedTest
  @Tag("R65")
  @CsvSource({
    "no-budget, mil/high",
    "no-plan, mil/high",
    "comparing, mil/high",
    "using-competitor, mil/high",
    "no-need, mil/mid",
    "wrong-person, mil/mid",
    "unreachable, mil/low",
    "not-a-fit, mil/low",
    "something-new, review",
  })
  void aReturnedMqlGoesWhereItsReasonSays(String reason, String pool) {
    var mql = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var returned = mql.with(crm("c1", Samples.T0.plusSeconds(60), "returned", reason));

    assertThat(place(returned, NOW).stage()).isEqualTo("mil");
    assertThat(place(returned, NOW).pool()).isEqualTo(pool);
  }

  @Test
  @Tag("R65")
  void aNewPlanAfterTheReturnCountsAgain() {
    var mql = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var returned = mql.with(crm("c1", Samples.T0.plusSeconds(60), "returned", "no-plan"));
    var back =
        returned.with(form("e9", Samples.T0.plusSeconds(120), "", "", "", "", "within-3-months"));

    assertThat(place(back, NOW).pool()).isEqualTo("mql");
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

    assertThat(place(cold, NOW).because()).last().asString().contains("demoted below mil/high");
    assertThat(place(sameDay, NOW).pool()).isEqualTo("mil/mid");
    assertThat(place(read, NOW.plus(Duration.ofDays(3))).pool()).isEqualTo("mil/mid");
    assertThat(place(later, NOW.plus(Duration.ofDays(3))).pool()).isEqualTo("mil/high");
    assertThat(place(told, NOW).pool()).isEqualTo("mil/high");
  }

  private static LeadEvent demoted(String from) {
    return LeadEvent.about(
        "L1",
        "d1",
        Samples.T0.plusSeconds(60),
        Channel.SYSTEM,
        new Happening.Demoted("high-value", from));
  }

  private static LeadEvent attended(Instant at) {
    return LeadEvent.about("L1", "a1", at, Channel.EXPO, new Happening.EventAttended("summit", 60));
  }

  @Test
  @Tag("R45")
  @Tag("R64")
  void everyLeadHasExactlyOnePlaceAndNothingChangesBeforeTheReview() {
    var random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      var profile = Profile.EMPTY;
      for (var event : Samples.history(random, 1 + random.nextInt(12))) {
        profile = profile.with(event);
      }
      if (random.nextBoolean()) {
        profile = profile.join(randomForm(random));
      }
      var at = Samples.T0.plus(Duration.ofDays(random.nextInt(400)));
      var now = place(profile, at);
      assertThat(now.pool()).isNotBlank();
      if (now.reviewAt() != null) {
        assertThat(now.reviewAt()).isAfter(at);
        var before = place(profile, now.reviewAt().minusSeconds(1));
        assertThat(before.pool()).isEqualTo(now.pool());
        assertThat(before.stage()).isEqualTo(now.stage());
      } else {
        var later = place(profile, at.plus(Duration.ofDays(3_000)));
        assertThat(later.pool()).isEqualTo(now.pool());
      }
    }
  }

  private static Profile randomForm(Random random) {
    return profile(
        random.nextBoolean() ? "+8613800138000" : "",
        "",
        random.nextBoolean() ? "manufacturing" : "",
        random.nextBoolean() ? "lead-scoring" : "",
        new String[] {"", "no-plan", "within-3-months", "within-6-months", "within-12-months"}
            [random.nextInt(5)]);
  }

  private Placement place(Profile profile, Instant at) {
    return lifecycle.place(Portrait.of("L1", profile, PLAYBOOK, at));
  }

  private static LeadEvent crm(String id, Instant at, String status, String reason) {
    return LeadEvent.about(
        "L1",
        id,
        at,
        Channel.CRM,
        new Happening.CrmChanged("stand-in", "h", status, reason, null, "sam", new TreeMap<>()));
  }

  private static Profile profile(
      String mobile, String wecom, String industry, String need, String plan) {
    return Profile.EMPTY.with(form("e1", Samples.T0, mobile, wecom, industry, need, plan));
  }

  private static LeadEvent form(
      String id,
      Instant at,
      String mobile,
      String wecom,
      String industry,
      String need,
      String plan) {
    var identities = new TreeSet<Identity>();
    identities.add(Identity.parse("email:li.na@example.cn"));
    if (!mobile.isEmpty()) {
      identities.add(Identity.parse("phone:" + mobile));
    }
    if (!wecom.isEmpty()) {
      identities.add(Identity.parse("wecom:" + wecom));
    }
    var answers = new TreeMap<String, String>();
    answers.put("industry", industry);
    answers.put("need", need);
    answers.put("plan", plan);
    answers.values().removeIf(String::isEmpty);
    return LeadEvent.of(
        id,
        at,
        Channel.WEB,
        identities,
        null,
        new Happening.FormSubmitted("summit-deck", answers, true, "zh", "r" + id));
  }
}
