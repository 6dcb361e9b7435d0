package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R31")
class WorkbookTest {

  private static final String HEADER = Xlsx.row(1, "姓名", "邮箱");

  @TempDir private Path folder;

  @Test
  void readsWhatTheCellsShow() throws IOException {
    var file =
        Xlsx.of(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>",
                "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>46000.5</v></c><c r=\"B3\" s=\"2\"><v>46000</v></c>"
                    + "<c r=\"C3\"><v>1.3800138E10</v></c><c r=\"D3\" s=\"3\"><v>0.30000000000000004</v></c>"
                    + "<c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" t=\"e\"><v>#N/A</v></c>"
                    + "<c r=\"G3\" t=\"str\"><f>A1&amp;\"x\"</f><v>made</v></c>"
                    + "<c r=\"H3\" t=\"d\"><v>2026-01-02T03:04:05</v></c>"
                    + "<c r=\"I3\" t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c></row>")
            .with(
                "xl/sharedStrings.xml",
                "<sst><si><r><t>姓</t></r><r><t>名</t></r><rPh><t>xing</t></rPh></si><si><t>备注</t></si></sst>")
            .write(folder.resolve("a.xlsx"));

    assertThat(rows(file))
        .containsExactly(
            new FileRow.Cells(1, List.of("姓名", "", "备注")),
            new FileRow.Cells(
                3,
                List.of(
                    "2025-12-09 12:00:00",
                    "2025-12-09",
                    "13800138000",
                    "0.3",
                    "TRUE",
                    "",
                    "made",
                    "2026-01-02T03:04:05",
                    "a\nb")));
  }

  @Test
  void theOldDaysOfTheMacAreCountedFrom1904() throws IOException {
    var file =
        Xlsx.of("<row><c s=\"2\"><v>44538</v></c></row>")
            .with(
                "xl/workbook.xml",
                "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" id=\"rId1\"/></sheets></workbook>")
            .write(folder.resolve("a.xlsx"));

    assertThat(rows(file)).containsExactly(new FileRow.Cells(1, List.of("2025-12-09")));
  }

  @Test
  void readingGoesOnAfterAnyRow() throws IOException {
    var file =
        Xlsx.of(HEADER, Xlsx.row(2, "一", "1"), Xlsx.row(5, "二", "2"))
            .write(folder.resolve("a.xlsx"));
    var table = table(file, Choices.NONE);

    try (var rows = table.open(new Rows.Place(2, 2))) {
      assertThat(rows.next()).contains(new FileRow.Cells(5, List.of("二", "2")));
      assertThat(rows.place()).isEqualTo(new Rows.Place(5, 5));
      assertThat(rows.next()).isEmpty();
    }
  }

  @Test
  void aSheetIsChosenByItsNameAndHiddenOnesAreNone() throws IOException {
    var file =
        Xlsx.of(HEADER)
            .with(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"a\" id=\"rId1\"/><sheet name=\"b\" id=\"rId1\"/><sheet name=\"c\" state=\"veryHidden\" id=\"rId1\"/></sheets></workbook>")
            .write(folder.resolve("a.xlsx"));

    assertThat(ImportFile.of(file, Choices.NONE, _ -> false).tables())
        .extracting(Table::said)
        .containsExactly("XLSX (a)", "XLSX (b)");
    assertThat(table(file, Choices.of(Map.of("sheet", "b"))).said()).isEqualTo("XLSX (b)");
    assertThatThrownBy(() -> table(file, Choices.of(Map.of("sheet", "c"))))
        .hasMessageContaining("a | b");
  }

  @Test
  void aZipOfOneFileIsThatFile() throws IOException {
    var csv = "姓名,邮箱\n王伟,wang@example.cn\n".getBytes(StandardCharsets.UTF_8);
    var book = Files.readAllBytes(Xlsx.of(HEADER).write(folder.resolve("a.xlsx")));
    var zippedText = zip("a.zip", Map.of("folder/leads.csv", csv, "__MACOSX/._leads.csv", csv));
    var zippedBook = zip("b.zip", Map.of("a.xlsx", book));

    assertThat(rows(zippedText)).hasSize(2);
    assertThat(rows(zippedBook)).containsExactly(new FileRow.Cells(1, List.of("姓名", "邮箱")));
    assertThatThrownBy(() -> rows(zip("c.zip", Map.of("a.csv", csv, "b.csv", csv))))
        .hasMessageContaining("holds 2 files");
    assertThatThrownBy(() -> rows(zip("d.zip", Map.of("a.zip", Files.readAllBytes(zippedText)))))
        .hasMessageContaining("archive in an archive");
  }

  @Test
  void aTableInAPageIsRead() throws IOException {
    var page =
        """
        <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
        <meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
        <table border=1><thead><tr><th>姓名</th><th>手机</th><th>备注</th></tr></thead>
        <tr><td>王伟<td x:num="13800138000">1.38E+10</td><td>一<br>二&nbsp;&amp;</tr>
        <tr></tr>
        <tr><td>李娜</td></tr>
        </table></body></html>
        """;
    var file = Files.write(folder.resolve("a.xls"), page.getBytes(Charset.forName("GB18030")));

    assertThat(table(file, Choices.NONE).said()).isEqualTo("HTML (GB18030)");
    assertThat(rows(file))
        .containsExactly(
            new FileRow.Cells(1, List.of("姓名", "手机", "备注")),
            new FileRow.Cells(2, List.of("王伟", "13800138000", "一\n二 &")),
            new FileRow.Cells(4, List.of("李娜")));
    try (var rows = table(file, Choices.NONE).open(new Rows.Place(2, 2))) {
      rows.expect(3);
      assertThat(rows.next()).contains(new FileRow.Cells(4, List.of("李娜", "", "")));
    }
  }

  private Path zip(String name, Map<String, byte[]> files) throws IOException {
    var path = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return path;
  }

  private static Table table(Path file, Choices choices) {
    return ImportFile.of(file, choices, _ -> false).tables().getFirst();
  }

  private static List<FileRow> rows(Path file) throws IOException {
    var all = new ArrayList<FileRow>();
    try (var rows = table(file, Choices.NONE).open(Rows.Place.START)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
