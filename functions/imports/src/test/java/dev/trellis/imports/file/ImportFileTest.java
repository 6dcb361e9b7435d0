package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R31")
class ImportFileTest {

  private static final String TEXT = "姓名,邮箱\n王伟,wang@example.cn\n";
  private static final Set<String> HEADERS = Set.of("姓名", "邮箱", "名前", "電子郵件");

  @TempDir private Path folder;

  @Test
  void readsUtf8WithAndWithoutAMark() throws IOException {
    assertThat(cells(write("a.csv", TEXT.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("姓名", "邮箱", "王伟", "wang@example.cn");
    assertThat(cells(write("b.csv", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))))
        .containsExactly("姓名", "邮箱", "王伟", "wang@example.cn");
  }

  @Test
  void readsGb18030AlsoBeyondGbk() throws IOException {
    var text = TEXT + "𠀀㐀,li@example.cn\n";
    var file = write("a.csv", text.getBytes(Charset.forName("GB18030")));

    assertThat(file.tables().getFirst().said()).isEqualTo("GB18030");
    assertThat(cells(file)).contains("𠀀㐀");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "UTF-16, UTF-16BE",
  })
  void readsWideCharactersWithAndWithoutAMark(String written, String read) throws IOException {
    var file = write("a.csv", TEXT.getBytes(Charset.forName(written)));

    assertThat(file.tables().getFirst().said()).isEqualTo(read);
    assertThat(cells(file)).containsExactly("姓名", "邮箱", "王伟", "wang@example.cn");
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, GB18030, name, 张敏 李伟 王芳 刘洋 陈静 杨勇 赵艳 黄杰 周鑫 吴婷 上海示例科技有限公司",
    "x-windows-950, Big5, name, 張敏 李偉 王芳 劉洋 陳靜 楊勇 趙艷 黃傑 周鑫 吳婷 臺北示例科技有限公司",
    "windows-31j, Shift_JIS, name, 田中さくら 鈴木たろう 株式会社サンプル 東京営業部 よろしくお願いします",
    "windows-1252, windows-1252, name, Jürgen Müller Köhler Größen José García Noël Zoë Ångström – café",
    "windows-31j, Shift_JIS, 名前, 鈴木",
    "x-windows-950, Big5, 電子郵件, 李",
    "GB18030, GB18030, 姓名, 李",
  })
  void findsTheEncodingByWhatIsReadInIt(String written, String said, String header, String cell)
      throws IOException {
    var text = header + ",email\n" + cell + ",a@example.cn\n";
    var file = write("a.csv", text.getBytes(Charset.forName(written)));

    assertThat(file.tables().getFirst().said()).isEqualTo(said);
    assertThat(cells(file)).contains(header, cell);
  }

  @Test
  void whatMayBeTwoThingsIsAskedWithBothReadings() throws IOException {
    var bytes = "name,email\n李,a@example.cn\n".getBytes(Charset.forName("GB18030"));

    assertThatThrownBy(() -> write("a.csv", bytes))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("\"李,a@example.cn\" in GB18030")
        .hasMessageContaining("in Big5")
        .hasMessageContaining("-Dcharset=");
    var chosen =
        new Choices(
            Optional.of(Charsets.GB18030), Optional.empty(), Optional.empty(), Optional.empty());
    var file = ImportFile.of(folder.resolve("a.csv"), chosen, HEADERS::contains);
    assertThat(cells(file)).contains("李");
  }

  @Test
  void aWrongChoiceIsRefusedByTheLineThatDoesNotFit() throws IOException {
    var path = Files.write(folder.resolve("a.csv"), TEXT.getBytes(Charset.forName("GB18030")));
    var chosen =
        new Choices(
            Optional.of(Charsets.UTF_8), Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> ImportFile.of(path, chosen, HEADERS::contains))
        .hasMessageContaining("line 1 of a.csv is not in UTF-8");
  }

  @Test
  void whatWasReadWronglyOnceAndSavedIsRefusedWithBothReadings() {
    var western =
        new String(
            "Jürgen Müller, Köhler Größen".getBytes(StandardCharsets.UTF_8), Charsets.WESTERN);
    var chinese = new String("王伟上海示例公司".getBytes(StandardCharsets.UTF_8), Charsets.GB18030);

    for (var wrong : Map.of(western, "Jürgen Müller", chinese, "王伟上海").entrySet()) {
      assertThatThrownBy(() ->
              write(
                  "a.csv",
                  ("name,email\n" + wrong.getKey() + ",\n").getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining(wrong.getKey().substring(0, 4))
          .hasMessageContaining(wrong.getValue());
    }
  }

  @Test
  void aDamagedCharacterIsNamedByItsLine() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write((TEXT.repeat(20) + "张").getBytes(StandardCharsets.UTF_8));
    out.write(0xe6);
    out.write(",b@example.cn\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> write("a.csv", out.toByteArray()))
        .hasMessageContaining("is UTF-8 but for line 41");
  }

  @Test
  void anotherEncodingIsNamedAndNotGuessedAt() {
    var korean = "name,email\n안녕하세요 저는 서울에 있는 회사에서 일합니다 감사합니다,a@example.cn\n";

    assertThatThrownBy(() -> write("a.csv", korean.repeat(5).getBytes(Charset.forName("EUC-KR"))))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("EUC-KR");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> write("a.csv", new byte[] {'a', (byte) 0xff, (byte) 0xff, 'b'}))
        .isInstanceOf(ImportException.class);
    assertThatThrownBy(() -> write("a.csv", new byte[] {'a', 0, 'b'}))
        .hasMessageContaining("no text file");
    assertThatThrownBy(() -> write("a.csv", new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(
            () -> ImportFile.of(folder.resolve("none.csv"), Choices.NONE, HEADERS::contains))
        .hasMessageContaining("there is no file");
  }

  @Test
  void theSameContentHasTheSameDigestWhateverItIsCalled() throws IOException {
    var one = write("a.csv", TEXT.getBytes(StandardCharsets.UTF_8)).digest();

    assertThat(write("b.csv", TEXT.getBytes(StandardCharsets.UTF_8)).digest()).isEqualTo(one);
    assertThat(write("a.csv", (TEXT + "x").getBytes(StandardCharsets.UTF_8)).digest())
        .isNotEqualTo(one);
  }

  private ImportFile write(String name, byte[] bytes) throws IOException {
    return ImportFile.of(Files.write(folder.resolve(name), bytes), Choices.NONE, HEADERS::contains);
  }

  private static List<String> cells(ImportFile file) throws IOException {
    var cells = new ArrayList<String>();
    try (var rows = file.tables().getFirst().open(Rows.Place.START)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        cells.addAll(((FileRow.Cells) row.get()).cells());
      }
    }
    return cells;
  }
}
