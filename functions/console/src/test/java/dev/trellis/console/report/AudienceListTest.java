package dev.trellis.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.DefaultPlaybook;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.lifecycle.Card;
import dev.trellis.core.lifecycle.Membership;
import dev.trellis.core.port.Members;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AudienceListTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  @Tag("R50")
  void eachMemberComesWithAReasonAndTheValuesThatMetIt() {
    var because =
        Condition.parse(
            "consent is yes and (email known) and need is lead-scoring and lastTouch known");
    var met =
        Map.of(
            "mobile",
            "+8613800138000",
            "consent",
            "yes",
            "need",
            "lead-scoring,roi-attribution",
            "lastTouch",
            NOON.toString());
    var membership = new Membership("finance-shanghai", NOON, because, new TreeMap<>(met));

    var member =
        AudienceList.members(
                List.of(new Members.Member(card(), membership)), DefaultPlaybook.PLAYBOOK)
            .getFirst();

    assertThat(member.name()).isEqualTo("李娜");
    assertThat(member.mobile()).isEqualTo("+8613800138000");
    assertThat(member.since()).isEqualTo(NOON);
    assertThat(member.reason().get("zh")).startsWith("已同意授权，且邮箱已知").contains("线索评分");
    assertThat(member.reason().get("en")).contains("e-mail is known and");
    assertThat(member.met())
        .filteredOn(m -> m.field().equals("need"))
        .singleElement()
        .satisfies(m -> {
          assertThat(m.value()).isEqualTo("lead-scoring,roi-attribution");
          assertThat(m.text())
              .containsEntry("zh", "需求：线索评分、归因与投入产出")
              .containsEntry("en", "need: Lead scoring, Attribution and ROI");
        });
    assertThat(member.met())
        .filteredOn(m -> m.field().equals("email") || m.field().equals("lastTouch"))
        .extracting(m -> m.text().get("en"))
        .containsExactly("e-mail: not known", "last touch: 2026-03-02");
  }

  private static Card card() {
    return new Card(
        "L1",
        "李娜",
        null,
        "示例银行",
        null,
        "mil",
        "mil/low",
        NOON,
        "cold",
        1,
        LocalDate.EPOCH,
        "wang",
        null,
        null);
  }
}
