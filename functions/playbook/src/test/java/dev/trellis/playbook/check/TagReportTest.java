package dev.trellis.playbook.check;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.PlaybookCopy;
import dev.trellis.playbook.check.TagReport.Line;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R48")
class TagReportTest {

  @TempDir private Path root;
  private PlaybookCopy copy;

  @BeforeEach
  void copyTheDefaultPlaybook() throws IOException {
    copy = PlaybookCopy.in(root);
  }

  @Test
  void theShippedSchemeIsCleanAndSaysWhatAsksForItsTags() {
    var report = TagReport.of(PLAYBOOK);

    assertThat(report.lines()).filteredOn(l -> !l.isClean()).isEmpty();
    assertThat(report.neverGiven()).isEmpty();
    assertThat(report.undefined()).isEmpty();
    assertThat(line(report, "need:omni-channel-capture").usedBy()).contains("journey:high-value");
    assertThat(line(report, "need:omni-channel-capture").computedBy())
        .containsExactly("carried", "told");
    assertThat(line(report, "status:ended").usedBy()).contains("pool:win-back");
  }

  @Test
  void aUseThatThePlaybookDoesNotShowIsUnkeptHoweverOftenItIsClaimed() throws IOException {
    copy.replace("pools.yaml", "tag: status:ended", "tag: status:active");
    var report = TagReport.of(copy.read());

    assertThat(line(report, "status:ended").usedBy()).isEmpty();
    assertThat(line(report, "status:ended").unkept()).containsExactly("pool:win-back");
    assertThat(line(report, "status:ended").isUnused()).isTrue();
    assertThat(line(report, "status:ended").isClean()).isFalse();
    assertThat(report.isClean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'field: { budget: none }', 'field: { budget: nothing }', budget:none",
    "'field: { budget: none }', 'field: { budgets: none }', budget:none",
    "'activityGrade: { is: a }', 'activityGrade: { is: z }', grade:a",
    "'plan: { within: P6M }', 'city: { within: P6M }', timeline:near",
    "'plan: { within: P6M }', 'city: { atLeast: 3 }', timeline:near",
    "'field: { contentForm: video }, read: { form: video', 'read: { form: podcast', prefers:video",
    "'field: { role: cio }', 'content: true', role:cio",
    "'field: { identity: customer }', 'field: { identity: friend }', customer:vip",
  })
  void aTagThatNothingInThePlaybookCanGiveIsNeverComputable(String what, String by, String tag)
      throws IOException {
    copy.replace("tags.yaml", what, by);

    assertThat(line(TagReport.of(PLAYBOOK), tag).isNeverComputable()).isFalse();
    assertThat(line(TagReport.of(copy.read()), tag).isNeverComputable()).isTrue();
  }

  @Test
  void aNoteExplainsATagThatNothingGivesYet() throws IOException {
    copy.replace(
        "tags.yaml",
        "from: { field: { budget: none } }",
        "from: { field: { budget: later } }\n            note: { zh: 待表单上线, en: Waits for a form }");

    var line = line(TagReport.of(copy.read()), "budget:none");
    assertThat(line.isNeverComputable()).isTrue();
    assertThat(line.isClean()).isTrue();
  }

  @Test
  void aQuestionForATagThatNothingGivesIsShown() throws IOException {
    copy.replace("pools.yaml", "tag: status:ended", "tag: status:over");

    assertThat(TagReport.of(copy.read()).neverGiven()).containsExactly("status:over");
  }

  private static Line line(TagReport report, String tag) {
    return report.lines().stream().filter(l -> l.tag().id().equals(tag)).findFirst().orElseThrow();
  }
}
