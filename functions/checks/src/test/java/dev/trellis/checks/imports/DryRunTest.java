package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.imports.ImportReport;
import dev.trellis.imports.ImportResult;
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
    assertThat(dry.newLeads()).isPositive().isEqualTo(real.newLeads());
    assertThat(Files.readAllLines(folder.resolve("dry-errors.csv"))).isEqualTo(errors(real));
  }

  @Test
  void aDryRunOfWhatWasImportedTellsThatNothingWouldChange() throws IOException {
    var file = folder.resolve("crowd.csv");
    Crowd.write(file, 3, 300);
    town.takeIn(file, folder);

    var dry = town.rehearse(file, folder.resolve("dry-errors.csv"));

    assertThat(dry.after()).isEqualTo(dry.before());
  }

  @Test
  void thereIsAReportInBothLanguages() throws IOException {
    var result = takeIn("邮箱,行业,是否同意\na@example.cn,金融,是\nwrong,,\n");
    var errors = folder.resolve("errors.csv");

    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "zh"))
        .contains("已导入 a.csv", "新增线索 1", "拒绝 1 行：身份信息全部无效", "直接填写: 0 → 1", "lead（潜在线索池）: 0 → 1");
    assertThat(ImportReport.of(result, errors, Town.PLAYBOOK, "en"))
        .contains("Imported a.csv", "1 new leads", "what was declared: 0 → 1", "1 / 1 (100.0 %)");
  }

  private ImportResult takeIn(String text) throws IOException {
    return town.takeIn(folder, "a.csv", text);
  }

  private List<String> errors(ImportResult result) throws IOException {
    return Files.readAllLines(folder.resolve("import-" + result.batch() + "-errors.csv"));
  }
}
