package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.imports.ImportReport;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.ReportFile;
import dev.trellis.imports.RowCounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class DryRunTest {

  @TempDir private Path folder;
  private final Town town = new Town();

  @Test
  void aDryRunTellsTheRealRunsNumbersAndChangesNothing() throws IOException {
    var first = folder.resolve("first.csv");
    var second = folder.resolve("second.csv");
    Crowd.write(first, 1, 300);
    Crowd.write(second, 2, 600);
    town.takeIn(first, folder);
    var leads = town.tables.leads();

    var dry = town.rehearse(second, folder.resolve("dry-errors.csv"));
    assertThat(town.tables.leads()).isEqualTo(leads);
    var real = town.takeIn(second, folder);

    assertThat(dry.before()).isEqualTo(real.before());
    assertThat(dry.after()).isEqualTo(real.after());
    assertThat(dry.tally()).isEqualTo(real.tally());
    assertThat(dry.counts()).isEqualTo(real.counts());
    assertThat(dry.refusals()).isNotEmpty().isEqualTo(real.refusals());
    assertThat(dry.counts().fresh()).isPositive();
    assertThat(dry.counts().changed()).isPositive();
    assertThat(dry.counts().known()).isPositive();
    assertThat(Files.readAllLines(folder.resolve("dry-errors.csv"))).isEqualTo(errors(real));
  }

  @Test
  void aDryRunOfWhatWasImportedTellsThatNothingWouldChange() throws IOException {
    var file = folder.resolve("crowd.csv");
    Crowd.write(file, 3, 300);
    town.takeIn(file, folder);

    var dry = town.rehearse(file, folder.resolve("dry-errors.csv"));

    assertThat(dry.after()).isEqualTo(dry.before());
    assertThat(dry.counts().known()).isEqualTo(dry.tally().told()).isPositive();
  }

  @Test
  void thereIsAReportInBothLanguages() throws IOException {
    var result = takeIn("邮箱,行业,是否同意\na@example.cn,金融,是\nwrong,,\n");
    var errors = folder.resolve("errors.csv");

    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "zh"))
        .contains(
            "已导入 a.csv", "共 2 行：新增 1，更新 0", "拒绝 1 行：身份信息全部无效", "直接填写: 0 → 1", "lead（潜在线索池）: 0 → 1");
    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "en"))
        .contains(
            "Imported a.csv", "2: 1 new, 0 changed", "what was declared: 0 → 1", "1 / 1 (100.0 %)");
  }

  @Test
  void theReportSaysOfEachRowOnceWhatHappened() throws IOException {
    town.takeIn(folder, "before.csv", "姓名,邮箱,职位\n王伟,wang@example.cn,经理\n李娜,li@example.cn,总监\n");
    town.now = town.now.plus(Duration.ofDays(1));
    var text =
        """
        姓名,邮箱,职位,同意接收邮件
        王伟,wang@example.cn,总监,是
        李娜,li@example.cn,总监,
        张三,zhang@example.cn,,是
        ,wrong,,
        """;

    var result = takeIn(text);
    var report = Json.parse(ReportFile.of(result));

    assertThat(report)
        .isEqualTo(
            Json.parse(
                """
                {"rows": 4, "new": 1, "changed": 1, "known": 1, "possible": 0,
                 "refused": [{"line": 5, "column": "邮箱", "reason": "nothing that names the person is valid"}],
                 "mailable": 2, "fields": {"consent": 1, "title": 1}}
                """));
    assertThat(folder.resolve("import-" + result.batch() + ".json"))
        .as("what is kept of an import says nothing of people")
        .content()
        .doesNotContain("wrong", "wang@");
    assertThat(takeIn(text).counts())
        .as("the same file again")
        .isEqualTo(new RowCounts(0, 0, 3, 0, 0, new TreeMap<>()));
  }

  @Test
  void whoIsNewIsNewAlsoIfTheRestOfTheRowComesFirst() throws IOException {
    town.isBackwards = true;

    var result = takeIn("姓名,邮箱,浏览内容\n王伟,wang@example.cn,summit-deck\n");

    assertThat(result.tally().views()).isEqualTo(1);
    assertThat(result.counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 0, new TreeMap<>()));
  }

  @Test
  void aRowIsFoundAlsoIfItsPersonTurnsOutToBeAnother() throws IOException {
    var result =
        takeIn(
            """
            姓名,邮箱,手机号
            王伟,wang@example.cn,
            王伟,,13800138000
            王伟,wang@example.cn,13800138000
            """);

    assertThat(town.leads()).hasSize(1);
    assertThat(result.refusals()).isEmpty();
    assertThat(result.counts().fresh()).isEqualTo(2);
    assertThat(result.counts().changed()).isEqualTo(1);
  }

  @Test
  void aRowThatMayBeSomebodyWhoIsKnownIsSaidToBe() throws IOException {
    town.takeIn(folder, "before.csv", "姓名,手机号\n王伟,13800138000\n");

    var result = takeIn("姓名,手机号,邮箱\n李娜,13800138000,li@example.cn\n");

    assertThat(result.counts().possible()).isEqualTo(1);
    assertThat(result.counts().fresh()).isZero();
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }

  private List<String> errors(ImportResult result) throws IOException {
    return Files.readAllLines(folder.resolve("import-" + result.batch() + "-errors.csv"));
  }
}
