package dev.trellis.pools;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.lifecycle.Placement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The truth tables of the default playbook, by what is stored in the end. */
class DefaultPlaybookTest {

  private static final String LEAD = "Llin";
  private static final String EMAIL = "email:lin@example.com";
  private static final String MOBILE = "phone:+8613800138000";
  private static final String WECOM = "wecom:w1";

  private final World world = new World();

  @ParameterizedTest
  @Tag("R58")
  @CsvSource({
    "false, false, lead, lead",
    "true,  false, mil,  mil/low",
    "false, true,  mil,  mil/low",
    "true,  true,  mil,  mil/low",
  })
  void aMobileOrAWeComContactMakesAMil(boolean mobile, boolean wecom, String stage, String pool) {
    var names = new ArrayList<>(List.of(EMAIL));
    if (mobile) {
      names.add(MOBILE);
    }
    if (wecom) {
      names.add(WECOM);
    }
    world.submits(LEAD, true, Map.of(), names.toArray(String[]::new));

    assertThat(placed().stage()).isEqualTo(stage);
    assertThat(placed().pool()).isEqualTo(pool);
  }

  @Test
  void withoutConsentContactDetailsMakeNoLead() {
    world.submits(LEAD, false, Map.of("industry", "manufacturing"), EMAIL, MOBILE);

    assertThat(placed().stage()).isEqualTo("traffic");
  }

  /** Each condition is true, false or unknown; a need has no false value, only no answer. */
  @ParameterizedTest(name = "industry {0}, need {1}, plan {2} → {3}")
  @Tag("R59")
  @Tag("R61")
  @Tag("R62")
  @Tag("R63")
  @Tag("R64")
  @CsvSource({
    "manufacturing, lead-scoring, within-3-months,  mql,      0",
    "manufacturing, lead-scoring, within-6-months,  mql,      0",
    "manufacturing, lead-scoring, within-12-months, mil/high, 1",
    "manufacturing, lead-scoring, no-plan,          mil/high, 1",
    "manufacturing, lead-scoring, ,                 mil/high, 1",
    "manufacturing, ,             within-3-months,  mil/mid,  1",
    "manufacturing, ,             no-plan,          mil/mid,  2",
    "manufacturing, ,             ,                 mil/mid,  2",
    "other,         lead-scoring, within-3-months,  mil/high, 1",
    "other,         lead-scoring, no-plan,          mil/high, 2",
    "other,         lead-scoring, ,                 mil/high, 2",
    "other,         ,             within-3-months,  mil/mid,  2",
    "other,         ,             no-plan,          mil/mid,  3",
    "other,         ,             ,                 mil/mid,  3",
    ",              lead-scoring, within-3-months,  mil/high, 1",
    ",              lead-scoring, no-plan,          mil/high, 2",
    ",              lead-scoring, ,                 mil/high, 2",
    ",              ,             within-3-months,  mil/low,  2",
    ",              ,             no-plan,          mil/low,  3",
    ",              ,             ,                 mil/low,  3",
  })
  void onlyIndustryNeedAndPlanTogetherMakeAnMql(
      String industry, String need, String plan, String pool, int missing) {
    world.submits(LEAD, true, answers(industry, need, plan), EMAIL, MOBILE);

    assertThat(placed().pool()).isEqualTo(pool);
    assertThat(placed().stage()).isEqualTo(pool.equals("mql") ? "mql" : "mil");
    assertThat(placed().missingForMql()).hasSize(missing);
  }

  @Test
  @Tag("R61")
  void whatAMilMissesForMqlIsNamed() {
    world.submits(LEAD, true, answers("other", null, "no-plan"), EMAIL, MOBILE);

    assertThat(placed().missingForMql())
        .map(Condition::toString)
        .satisfiesExactly(
            industry -> assertThat(industry).startsWith("industry in "),
            need -> assertThat(need).isEqualTo("need known"),
            plan -> assertThat(plan).isEqualTo("plan within P6M"));
  }

  @ParameterizedTest
  @Tag("R60")
  @ValueSource(strings = {"", "received", "returned", "lost"})
  void withoutTheCrmSayingSoNoLeadIsSql(String status) {
    world.submits(
        LEAD, true, answers("it-services", "lead-scoring", "within-3-months"), EMAIL, MOBILE);
    if (!status.isEmpty()) {
      world.crmSays(LEAD, status, "no-budget");
    }
    assertThat(placed().stage()).isNotEqualTo("sql");
  }

  @Test
  @Tag("R60")
  void theCrmsAcceptanceMakesAnSqlOnce() {
    world.submits(
        LEAD, true, answers("it-services", "lead-scoring", "within-3-months"), EMAIL, MOBILE);
    placed();
    world.crmSays(LEAD, "accepted", null);
    placed();
    world.crmSays(LEAD, "accepted", null);

    assertThat(placed().stage()).isEqualTo("sql");
    assertThat(world.tables.moves(LEAD)).extracting(m -> m.stage()).containsExactly("mql", "sql");
  }

  @Test
  @Tag("R65")
  void everyReasonOfAReturnHasItsPool() {
    var pools = new HashMap<>(World.playbook().returns());
    assertThat(pools).isNotEmpty();
    pools.put("something-new", World.playbook().otherReturns());
    for (var reason : pools.entrySet()) {
      var lead = "L" + reason.getKey();
      world.submits(
          lead, true, answers("it-services", "lead-scoring", "within-3-months"), EMAIL, MOBILE);
      world.crmSays(lead, "accepted", null);
      world.clock.jump(world.clock.instant().plusSeconds(60));
      world.crmSays(lead, "returned", reason.getKey());

      assertThat(placed(lead).pool()).as(reason.getKey()).isEqualTo(reason.getValue());
    }
  }

  @Test
  @Tag("R65")
  void aReturnEndsWithANewNeed() {
    world.submits(
        LEAD, true, answers("it-services", "lead-scoring", "within-3-months"), EMAIL, MOBILE);
    world.crmSays(LEAD, "returned", "unreachable");
    assertThat(placed().pool()).isEqualTo("mil/low");

    world.clock.jump(world.clock.instant().plusSeconds(60));
    world.submits(LEAD, true, Map.of("need", "content-marketing"), EMAIL);
    assertThat(placed().pool()).isEqualTo("mql");
  }

  private Placement placed() {
    return placed(LEAD);
  }

  private Placement placed(String lead) {
    world.placing().place(lead, false);
    return world.tables.position(lead).orElseThrow().placement();
  }

  private static Map<String, String> answers(String industry, String need, String plan) {
    var answers = new HashMap<String, String>();
    answers.put("industry", industry);
    answers.put("need", need);
    answers.put("plan", plan);
    answers.values().removeIf(Objects::isNull);
    return answers;
  }
}
