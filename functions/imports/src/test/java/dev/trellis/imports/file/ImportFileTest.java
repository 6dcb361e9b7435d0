package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class ImportFileTest {

  private static final String TEXT = "姓名,邮箱\n王伟,wang@example.cn\n";

  @TempDir private Path folder;

  @Test
  void readsUtf8WithAndWithoutAMark() throws IOException {
    assertThat(text(write("a.csv", TEXT.getBytes(StandardCharsets.UTF_8)))).isEqualTo(TEXT);
    assertThat(text(write("b.csv", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(TEXT);
  }

  @Test
  void readsGb18030AlsoBeyondGbk() throws IOException {
    var text = TEXT + "𠀀㐀,li@example.cn\n";
    var file = write("a.csv", text.getBytes(Charset.forName("GB18030")));

    assertThat(file.charset().name()).isEqualTo("GB18030");
    assertThat(text(file)).isEqualTo(text);
  }

  @Test
  void refusesWhatIsNeither() {
    assertThatThrownBy(() -> write("a.csv", new byte[] {'a', (byte) 0xff, (byte) 0xff, 'b'}))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("neither UTF-8 nor GB18030");
    assertThatThrownBy(() -> write("a.csv", TEXT.getBytes(StandardCharsets.UTF_16)))
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> write("a.xlsx", new byte[] {'P', 'K', 3, 4, 0}))
        .hasMessageContaining("Excel workbook");
    assertThatThrownBy(() -> write("a.csv", new byte[] {'a', 0, 'b'}))
        .hasMessageContaining("no text file");
    assertThatThrownBy(() -> write("a.csv", new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> ImportFile.of(folder.resolve("none.csv")))
        .hasMessageContaining("there is no file");
  }

  @Test
  void theSameNameAndContentIsTheSameBatch() throws IOException {
    var one = write("a.csv", TEXT.getBytes(StandardCharsets.UTF_8)).batch();

    assertThat(write("a.csv", TEXT.getBytes(StandardCharsets.UTF_8)).batch()).isEqualTo(one);
    assertThat(write("b.csv", TEXT.getBytes(StandardCharsets.UTF_8)).batch()).isNotEqualTo(one);
    assertThat(write("a.csv", (TEXT + "x").getBytes(StandardCharsets.UTF_8)).batch())
        .isNotEqualTo(one);
  }

  private ImportFile write(String name, byte[] bytes) throws IOException {
    return ImportFile.of(Files.write(folder.resolve(name), bytes));
  }

  private static String text(ImportFile file) throws IOException {
    try (var reader = file.open()) {
      return reader.readAllAsString();
    }
  }
}
