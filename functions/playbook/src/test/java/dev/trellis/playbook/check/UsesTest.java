package dev.trellis.playbook.check;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.playbook.check.TagReport.Line;
import org.junit.jupiter.api.Test;

class UsesTest {

  private static final Uses USES = Uses.of(PLAYBOOK);

  @Test
  void journeysUseWhatTheySendEnrollAndBeginWith() {
    assertThat(USES.of("mail", "strategy")).contains("journey:high-value");
    assertThat(USES.of("content", "lead-scoring-solution")).contains("journey:high-value");
    assertThat(USES.of("pool", "mil/high")).contains("journey:high-value", "returns");
    assertThat(USES.of("form", "newsletter")).contains("journey:newsletter");
    assertThat(USES.of("journey", "high-value-next")).contains("journey:high-value");
  }

  @Test
  void formsCodesAndCallsToActionUseWhatTheyLeadTo() {
    assertThat(USES.of("content", "summit-deck")).contains("form:summit-deck");
    assertThat(USES.of("form", "summit-deck")).anyMatch(user -> user.startsWith("code:"));
    assertThat(USES.of("form", "newsletter")).anyMatch(user -> user.startsWith("cta:"));
  }

  @Test
  void ofATagItSaysWhatTheReportSays() {
    for (Line line : TagReport.of(PLAYBOOK).lines()) {
      assertThat(USES.of("tag", line.tag().id())).containsAll(line.usedBy());
    }
  }

  @Test
  void whatIsNotUsedHasNoUsers() {
    assertThat(USES.of("mail", "none")).isEmpty();
  }
}
