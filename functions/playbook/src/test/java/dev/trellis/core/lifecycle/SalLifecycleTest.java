package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stage between MQL and SQL needs nothing but the playbook (R53). */
@Tag("R53")
class SalLifecycleTest extends LifecycleContract {

  private static final String SAL =
      """
        - id: sal
          name: { zh: 销售接收线索（SAL）, en: Sales-accepted lead (SAL) }
          team: sales
          kpi: { zh: 四小时内查看率, en: Seen within four hours }
          sop: { zh: 先看档案再决定是否接受。, en: Read the dossier before deciding. }
          when:
            crm.status: { is: received }

      """;

  SalLifecycleTest() {
    super(
        DefaultPlaybook.with(
            "stages.yaml",
            "  - id: sql\n",
            SAL.indent(0) + "  - id: sql\n",
            "pools.yaml",
            "when: { stage: { is: mql } }",
            "when: { stage: { in: [mql, sal] } }"));
  }

  @Test
  void aLeadThatTheCrmReceivedIsSalUntilSalesDecides() {
    var mql = profile("+8613800138000", "", "manufacturing", "lead-scoring", "within-3-months");
    var received = mql.with(crm("c1", Samples.T0.plusSeconds(60), "received", null));
    var accepted = received.with(crm("c2", Samples.T0.plusSeconds(70), "accepted", null));

    assertThat(place(mql, NOW).stage()).isEqualTo("mql");
    assertThat(place(received, NOW).stage()).isEqualTo("sal");
    assertThat(place(received, NOW).pool()).isEqualTo("mql");
    assertThat(place(accepted, NOW).stage()).isEqualTo("sql");
  }
}
