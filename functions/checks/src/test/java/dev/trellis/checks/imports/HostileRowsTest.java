package dev.trellis.checks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.row.Intake;
import dev.trellis.imports.row.RowTally;
import dev.trellis.imports.row.Understanding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells and rows that were made to keep their reader busy. */
@Tag("R31")
@Timeout(60)
class HostileRowsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"(", " ", ".", "<", "[", "。", "@", "a@", "9", "/", "x "})
  void aCellOfOneMarkCostsNoTime(String mark) throws IOException {
    var cell = mark.repeat(50_000 / mark.length()) + "x";
    for (var header : List.of("邮箱", "手机", "姓名", "行业", "浏览内容", "同意", "退订", "创建时间", "x")) {
      var text = "企微," + header + "\n" + ("wo1,\"" + cell + "\"\n").repeat(3);

      assertThat(read(text).told()).as(header).isEqualTo(3);
    }
  }

  @Test
  void quotesThatAreOpenedWithoutEndCostNoTime() throws IOException {
    assertThat(read("邮箱\n" + "a,\"\n".repeat(100_000)).refused()).isGreaterThan(1000);
  }

  @Test
  void aHeaderOfManyColumnsIsRefused() {
    assertThatThrownBy(() -> read("邮箱," + "a,".repeat(5_000) + "b\na@example.cn\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("more than 1000 columns");
  }

  private RowTally read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("a.csv"), text);
    var understood = Understanding.of(file, Choices.NONE, Town.PLAYBOOK, Town.NOW);
    try (var intake =
        Intake.open(
            understood, Town.PLAYBOOK, Town.NOW, ErrorFile.create(folder.resolve("errors")))) {
      for (var row = intake.next(); row.isPresent(); row = intake.next()) {
        assertThat(row.get().events()).isNotEmpty();
      }
      return intake.tally();
    }
  }
}
