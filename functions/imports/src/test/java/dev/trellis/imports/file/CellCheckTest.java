package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "＝1", "＠x"})
  void writesNoCellThatASpreadsheetWouldCompute(String cell) {
    assertThat(CellCheck.safe(cell)).isEqualTo("'" + cell);
  }

  @Test
  void aLongTextIsKeptCut() {
    assertThat(CellCheck.isShort("长".repeat(1000))).isTrue();
    assertThat(CellCheck.isShort("长".repeat(1001))).isFalse();
    assertThat(CellCheck.kept("长".repeat(1001))).isEqualTo("长".repeat(1000));
  }

  @Test
  void aTextIsKeptWithoutControlCharacters() {
    assertThat(CellCheck.kept("a\u0007b\nc\td\u202e\n")).isEqualTo("a b\nc d");
  }

  @Test
  void knowsWhatIsLeftOfLostCharacters() {
    assertThat(CellCheck.hasLost("王\uFFFD")).isTrue();
    assertThat(CellCheck.hasLost("锟斤拷")).isTrue();
    assertThat(CellCheck.hasLost("王伟?")).isFalse();
  }
}
