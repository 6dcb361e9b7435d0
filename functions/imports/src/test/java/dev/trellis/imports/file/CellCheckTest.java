package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        " =HYPERLINK(\"x\")",
        "＝1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|'x'!A1",
        "@SUM(1+1)"
      })
  void knowsAFormula(String cell) {
    assertThat(CellCheck.fault(cell)).contains(Fault.FORMULA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+86 138 0013 8000", "-12.5%", "-", "--", "@example", "王伟", "1=1", ""})
  void leavesNumbersAndAccountsAlone(String cell) {
    assertThat(CellCheck.fault(cell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "＝1", "＠x"})
  void writesNoCellThatASpreadsheetWouldCompute(String cell) {
    assertThat(CellCheck.safe(cell)).isEqualTo("'" + cell);
  }

  @Test
  void aCellHasAtMostAThousandCharacters() {
    assertThat(CellCheck.fault("长".repeat(1000))).isEmpty();
    assertThat(CellCheck.fault("长".repeat(1001))).contains(Fault.TOO_LONG);
  }

  @Test
  void aControlCharacterIsNoText() {
    assertThat(CellCheck.fault("a\u0007")).contains(Fault.CONTROL_CHARACTERS);
    assertThat(CellCheck.fault("a\nb\tc")).isEmpty();
  }
}
