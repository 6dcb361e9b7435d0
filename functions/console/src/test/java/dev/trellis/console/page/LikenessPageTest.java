package dev.trellis.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.console.html.Stand;
import dev.trellis.console.html.Words;
import dev.trellis.console.likeness.Case;
import dev.trellis.console.likeness.Likeness;
import dev.trellis.console.likeness.Outcome;
import dev.trellis.console.likeness.Trait;
import dev.trellis.console.view.LikenessView;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scoring.LikenessRule;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R32")
@Tag("R33")
@Tag("R34")
class LikenessPageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final String CANARY = "<b>x</b>";

  // Of 300 leads each third was won, each third lost; makers of things attend and buy.
  private static Likeness learnt(int won) {
    var cases = new ArrayList<Case>();
    for (int i = 0; i < 300; i++) {
      var outcome = i % 3 == 2 ? Outcome.OPEN : i % 3 == 0 ? Outcome.WON : Outcome.LOST;
      var traits = new TreeSet<Trait>();
      boolean isAlike = i % 10 == 1 ? i % 3 != 0 : i % 3 == 0;
      traits.add(new Trait("industry", isAlike ? "manufacturing" : "retail"));
      traits.add(new Trait("source", "event"));
      if (isAlike) {
        traits.add(new Trait("did", "attend"));
        traits.add(new Trait("topic", "lead-scoring"));
      }
      var deeds = new TreeSet<>(traits);
      deeds.add(new Trait("keyword", isAlike ? CANARY : "线索评分"));
      deeds.add(new Trait("content", isAlike ? "case-general" : "summit-deck"));
      cases.add(new Case("L" + i, outcome, traits, deeds));
    }
    return Likeness.of(cases, Optional.of(new LikenessRule(won, 30)));
  }

  private static String page(Likeness likeness, String language) {
    return new LikenessPage(
            PLAYBOOK,
            new Words(language, ZoneId.of("Asia/Shanghai"), new Stand("/local", "", "", "")))
        .html(likeness);
  }

  @Test
  void thePageSaysInBothLanguagesWhoIsAlikeHowLikelyAndWhy() {
    assertThat(page(learnt(30), "zh"))
        .contains("行业：生产制造：赢单", "搜索过：&lt;b&gt;", "读过：", "Brier 分数", "来源")
        .contains("/local/leads/L", "data-label=\"赢单概率\"", "data-label=\"实际\"")
        .doesNotContain(CANARY, "lead-scoring<", "attend:");
    assertThat(page(learnt(30), "en"))
        .contains("Industry: ", " won, ", "Chance to win", "Read about: ", "Brier score 0.");
  }

  @Test
  void belowTheMinimumItSaysWhatIsMissing() {
    assertThat(page(learnt(101), "zh")).contains("至少需要 101 个赢单和 30 个丢单").doesNotContain("Brier");
    assertThat(page(learnt(101), "en")).contains("at least 101 leads won and 30 lost");
  }

  @Test
  void programsGetTheSameFigures() {
    var tree = Json.parse(Json.show(LikenessView.of(learnt(30), PLAYBOOK)));
    assertThat(tree).containsKeys("lookalikes", "prediction", "patterns").containsEntry("won", 100);
    assertThat(tree.get("prediction").toString())
        .contains("on=true", "deciles=", "brier=", "features=", "赢单", " won, ");
    assertThat((List<?>) tree.get("patterns")).isNotEmpty();
  }
}
