package dev.trellis.playbook.check;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.PlaybookCopy;
import dev.trellis.playbook.check.TagReport.Line;
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
  void whatAsksForATagIsFoundByItsNameByWhatItAsksAndByWhatWasDone() {
    var report = TagReport.of(PLAYBOOK);

    assertThat(line(report, "identity:competitor").usedBy())
        .contains("exclusion:competitor", "audience:upgrade");
    assertThat(line(report, "agent:national").usedBy()).contains("audience:partner-briefing");
    assertThat(line(report, "role:cio").usedBy()).contains("scoring:roles");
    assertThat(line(report, "industry:industrial").usedBy())
        .contains("stage:mql", "scoring:served-industry", "content:case-industrial")
        .doesNotContain("content:case-manufacturing");
    assertThat(line(report, "channel:follower").usedBy()).contains("scoring:follows-and-reads");
    assertThat(line(report, "timeline:near").usedBy()).contains("stage:mql", "bant");
    assertThat(line(report, "timeline:later").usedBy())
        .contains("bant")
        .doesNotContain("stage:mql");
    assertThat(line(report, "renewal:due").usedBy()).containsExactly("audience:renewal");
    assertThat(line(report, "in-use:competitor").isOnlyRead()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "report:invented, does not exist",
    "audience:everybody, does not exist",
    "journey:high-valu, does not exist",
    "pool:customer, asks nothing of it",
    "journey:high-value, asks nothing of it",
    "content:case-manufacturing, asks nothing of it",
  })
  void aUseThatIsInventedOrUntrueIsRefusedWithItsLineAndThoseThatAreTrue(String use, String what)
      throws IOException {
    copy.replace("tags.yaml", "uses: [pool:win-back]", "uses: [pool:win-back, \"" + use + "\"]");

    assertThat(copy.problems())
        .singleElement()
        .asString()
        .matches("(?s)tags\\.yaml:\\d+: .*")
        .contains("is for \"" + use + "\", which " + what, "Use one of: pool:win-back, dossier");
  }

  @Test
  void aUseThatIsGoneIsRefusedWhereverItWasTaken() throws IOException {
    copy.replace("pools.yaml", "tag: status:ended", "tag: status:active");

    assertThat(copy.problems())
        .singleElement()
        .asString()
        .contains("is for \"pool:win-back\", which asks nothing of it", "or write dossier");
  }

  @Test
  void aTagThatIsKeptForNothingSaysWhyAndIsListed() throws IOException {
    copy.replace(
        "tags.yaml",
        "from: { field: { budget: none } }",
        "from: { field: { budget: none } }\n            uses: []\n            note: { zh: 待定, en: Later }");
    copy.replace(
        "tags.yaml",
        "from: { field: { solutionInUse: competitor } }",
        "from: { field: { solutionInUse: competitor } }\n            uses: []\n            note: { zh: 待定, en: Later }");

    var report = TagReport.of(copy.read());
    assertThat(line(report, "budget:none").isUnused()).as("bant asks for it").isFalse();
    assertThat(line(report, "in-use:competitor").isUnused()).isTrue();
    assertThat(line(report, "in-use:competitor").isClean()).isTrue();
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
    var shipped = Files.readString(DefaultPlaybook.ROOT.resolve("tags.yaml"));
    copy.write("tags.yaml", shipped.replaceAll("uses: \\[.*]", "uses: [dossier]"));
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
    copy.replace("tags.yaml", "uses: [pool:win-back]", "uses: [dossier]");

    assertThat(TagReport.of(copy.read()).neverGiven()).containsExactly("status:over");
  }

  private static Line line(TagReport report, String tag) {
    return report.lines().stream().filter(l -> l.tag().id().equals(tag)).findFirst().orElseThrow();
  }
}
