package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.lifecycle.Reason.ByStage;
import dev.trellis.core.lifecycle.Reason.Demoted;
import dev.trellis.core.lifecycle.Reason.Excluded;
import dev.trellis.core.lifecycle.Reason.InPool;
import dev.trellis.core.lifecycle.Reason.Rests;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlacementTextTest {

  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final PlacementText ZH = new PlacementText(PLAYBOOK, "zh");
  private static final PlacementText EN = new PlacementText(PLAYBOOK, "en");

  @Test
  @Tag("R61")
  @Tag("R67")
  void reasonsAndGapsAreSaidInBothLanguages() {
    var placement =
        place(LifecycleContract.profile("+8613800138000", "", "manufacturing", "", "no-plan"));

    assertThat(ZH.because(placement.because()))
        .containsExactly(
            "阶段「营销培育线索（MIL）」：已同意授权，且（手机号已知，或企业微信已知）",
            "池「MIL 培育池」：阶段是营销培育线索（MIL）",
            "池「MIL 培育池 › 中价值：行业明确」：行业已知");
    assertThat(EN.because(placement.because()))
        .contains("Pool “MIL, in nurture › Mid value: industry is clear”: industry is known");
    assertThat(ZH.missing(placement.missingForMql())).containsExactly("需求已知", "采购计划在未来 6 个月之内");
    assertThat(EN.missing(placement.missingForMql()))
        .containsExactly("need is known", "purchase plan lies within the next 6 months");
  }

  @Test
  @Tag("R65")
  void aReturnADemotionAndARestAreNamed() {
    var mql =
        LifecycleContract.profile(
            "+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var returned =
        mql.with(LifecycleContract.crm("c1", Samples.T0.plusSeconds(60), "returned", "no-budget"));

    assertThat(ZH.because(place(returned).because()))
        .contains("池「MIL 培育池 › 高价值：需求明确」：被销售退回，原因是没有预算");
    assertThat(EN.because(List.of(new Demoted("mil/mid", "mil/high"))))
        .containsExactly(
            "Pool “MIL, in nurture › Mid value: industry is clear”: demoted from “MIL, in nurture ›"
                + " High value: need is clear”");
    assertThat(EN.because(List.of(new Rests("review", Instant.parse("2026-11-27T02:00:00Z")))))
        .containsExactly(
            "Pool “Returned, to review”: has just come back and rests there until"
                + " 2026-11-27T02:00:00Z");
    assertThat(ZH.because(List.of(new InPool("traffic", Condition.always()))))
        .containsExactly("池「匿名流量池」：其余的人都在这里");
  }

  @Test
  @Tag("R30")
  void theRuleThatExcludesIsNamed() {
    assertThat(ZH.because(List.of(new Excluded(List.of("competitor", "media")))))
        .containsExactly("被规则排除：友商、媒体");
    assertThat(EN.because(List.of(new Excluded(List.of("competitor")))))
        .containsExactly("Excluded by the rule: Competitors");
  }

  @Test
  void aReasonThatThePlaybookNoLongerGivesIsStillSaid() {
    var known = Condition.parse("mobile known");

    assertThat(ZH.because(List.of(new ByStage("mil", known), new InPool("gone", known))))
        .containsExactly("阶段「营销培育线索（MIL）」：手机号已知", "池「gone」：手机号已知");
    assertThat(ZH.missing(List.of(Condition.parse("budget known")))).containsExactly("预算已知");
  }

  @Test
  void aReasonThatWasWrittenAsATextIsSaidAsAnyOther() {
    var placement =
        place(LifecycleContract.profile("+8613800138000", "", "manufacturing", "", "no-plan"));
    var written = placement.because().stream().map(r -> Reason.parse(r.toString())).toList();

    assertThat(ZH.because(written)).isEqualTo(ZH.because(placement.because()));
    assertThat(ZH.because(List.of(Reason.parse("something else"))))
        .containsExactly("something else");
  }

  private static Placement place(Profile profile) {
    return new Lifecycle(PLAYBOOK)
        .place(Portrait.of("L1", profile, PLAYBOOK, Samples.T0.plus(Duration.ofHours(1))));
  }
}
