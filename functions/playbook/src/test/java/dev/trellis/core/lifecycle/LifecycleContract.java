package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds in every lifecycle that is shipped, whatever its stages between a lead and an MQL. */
abstract class LifecycleContract {

  static final Instant NOW = Samples.T0.plus(Duration.ofHours(1));

  final Playbook playbook;
  private final Lifecycle lifecycle;

  LifecycleContract(Playbook playbook) {
    this.playbook = playbook;
    this.lifecycle = new Lifecycle(playbook);
  }

  @ParameterizedTest
  @Tag("R59")
  @CsvSource({
    "manufacturing, lead-scoring, within-3-months, true",
    "manufacturing, lead-scoring, within-6-months, true",
    "manufacturing, lead-scoring, within-12-months, false",
    "manufacturing, lead-scoring, no-plan, false",
    "manufacturing, lead-scoring, '', false",
    "manufacturing, '', within-3-months, false",
    "manufacturing, '', no-plan, false",
    "manufacturing, '', '', false",
    "other, lead-scoring, within-3-months, false",
    "'', lead-scoring, within-3-months, false",
    "'', lead-scoring, no-plan, false",
    "'', lead-scoring, '', false",
    "'', '', within-3-months, false",
    "'', '', '', false",
  })
  void onlyIndustryAndNeedAndPlanTogetherMakeAnMql(
      String industry, String need, String plan, boolean mql) {
    var placement = place(profile("+8613800138000", "", industry, need, plan), NOW);

    assertThat(placement.stage().equals("mql")).isEqualTo(mql);
    assertThat(placement.pool().equals("mql")).isEqualTo(mql);
    assertThat(placement.missingForMql().isEmpty()).isEqualTo(mql);
  }

  @Test
  @Tag("R9")
  void withoutContactDetailsALeadIsTraffic() {
    var placement = place(Profile.EMPTY.with(Samples.scan("e1", Samples.T0)), NOW);

    assertThat(placement.stage()).isEqualTo("traffic");
    assertThat(placement.pool()).isEqualTo("traffic");
  }

  @Test
  @Tag("R61")
  void whatIsMissingForMqlIsNamed() {
    var placement = place(profile("+8613800138000", "", "manufacturing", "", "no-plan"), NOW);

    assertThat(placement.missingForMql())
        .containsExactly(Condition.parse("need known"), Condition.parse("plan within P6M"));
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
    assertThat(place(won, NOW).pool()).isEqualTo("customer/other");
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

    assertThat(place(returned, NOW).stage()).isNotIn("mql", "sql");
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

  static LeadEvent demoted(String from) {
    return LeadEvent.about(
        "L1",
        "d1",
        Samples.T0.plusSeconds(60),
        Channel.SYSTEM,
        new Happening.Demoted("high-value", from));
  }

  static LeadEvent attended(Instant at) {
    return LeadEvent.about("L1", "a1", at, Channel.EXPO, new Happening.EventAttended("summit", 60));
  }

  @Test
  @Tag("R45")
  @Tag("R64")
  void everyLeadHasExactlyOnePlaceAndNothingChangesBeforeTheReview() {
    var random = new Random(11);
    for (int round = 0; round < 300; round++) {
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

  final Placement place(Profile profile, Instant at) {
    return lifecycle.place(Portrait.of("L1", profile, playbook, at));
  }

  static LeadEvent crm(String id, Instant at, String status, String reason) {
    return LeadEvent.about(
        "L1",
        id,
        at,
        Channel.CRM,
        new Happening.CrmChanged("stand-in", "h", status, reason, null, "sam", new TreeMap<>()));
  }

  static Profile profile(String mobile, String wecom, String industry, String need, String plan) {
    return Profile.EMPTY.with(form("e1", Samples.T0, mobile, wecom, industry, need, plan));
  }

  static LeadEvent form(
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
