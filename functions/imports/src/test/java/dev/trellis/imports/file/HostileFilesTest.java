package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm: refused in bounded time and memory. */
@Tag("R31")
@Timeout(60)
class HostileFilesTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder;
  private final long before = used();

  /** Whatever a file holds, it stays outside. */
  @AfterEach
  void memoryIsFlat() {
    assertThat(used() - before).isLessThan(64 * MEGABYTE);
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    var bomb = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("leads.csv"));
      var zeros = new byte[(int) MEGABYTE];
      Arrays.fill(zeros, (byte) 'a');
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(Files.size(bomb)).isLessThan(MEGABYTE);
    refused(bomb, "packed tighter");
  }

  @Test
  void aBombWithinAWorkbookIsRefused() throws IOException {
    var path = folder.resolve("bomb.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      var rows = "<row/>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100; i++) {
        zip.write(rows);
      }
      zip.closeEntry();
    }

    refused(path, "packed tighter");
  }

  @Test
  void tenGigabytesThatAreOnlyDeclaredAreRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      var entry = new ZipEntry("leads.csv");
      entry.setSize(1);
      entry.setCompressedSize(1);
      entry.setCrc(0xe8b7be43L);
      zip.putNextEntry(entry);
      zip.write('a');
      zip.closeEntry();
    }
    var file = bytes.toByteArray();
    for (int i = 18; i < 26; i++) {
      file[i] = (byte) 0xfe; // both sizes of the entry's own head
    }

    refused(Files.write(folder.resolve("a.zip"), file), "more than a gigabyte");
  }

  @Test
  void manyFilesAreRefused() throws IOException {
    var path = folder.resolve("a.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < 2001; i++) {
        zip.putNextEntry(new ZipEntry("f" + i));
        zip.closeEntry();
      }
    }

    refused(path, "more than 2000 files");
  }

  @Test
  void aMillionColumnsAreNoRow() throws IOException {
    var text = Files.writeString(folder.resolve("a.csv"), "a,".repeat(1_000_000) + "\n1\n");
    assertThat(rows(text).getFirst())
        .isInstanceOfSatisfying(
            FileRow.Broken.class, row -> assertThat(row.fault()).isEqualTo(Fault.TOO_LONG));

    var cells = "<c><v>1</v></c>".repeat(1_000_000);
    var book = Xlsx.of("<row r=\"1\">" + cells + "</row>", Xlsx.row(2, "a"));
    var rows = rows(book.write(folder.resolve("a.xlsx")));
    assertThat(rows.getFirst())
        .isInstanceOfSatisfying(
            FileRow.Broken.class, row -> assertThat(row.fault()).isEqualTo(Fault.CELL_COUNT));
    assertThat(rows.get(1)).isEqualTo(new FileRow.Cells(2, List.of("a")));
  }

  @Test
  void aCellFarAwayTakesNoRoom() throws IOException {
    var book =
        Xlsx.of(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZ1\"><v>2</v></c></row>",
            "<row r=\"999999999\"><c r=\"ZZZZZZZ1\"><v>3</v></c><c s=\"999999\"><v>1E99</v></c></row>");

    assertThat(rows(book.write(folder.resolve("a.xlsx"))))
        .containsExactly(
            new FileRow.Broken(1, Fault.CELL_COUNT, "1"),
            new FileRow.Cells(2, List.of("3", "1" + "0".repeat(99))));
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingItNamesIsRead() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "secret");
    for (var type :
        List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
      var book =
          Xlsx.of()
              .with(
                  Xlsx.SHEET,
                  type
                      + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
      refused(book.write(folder.resolve("a.xlsx")), "document type");
    }
  }

  @Test
  void formulasAreNotComputed() throws IOException {
    var formulas =
        IntStream.range(0, 200)
            .mapToObj(
                i -> "<c><f t=\"array\" ref=\"A1:XFD1048576\">SUM(A:A)</f><v>" + i + "</v></c>")
            .collect(Collectors.joining());
    var book =
        Xlsx.of(
            "<row r=\"1\">" + formulas + "</row>",
            "<row r=\"2\"><c t=\"str\"><f>HYPERLINK(\"http://127.0.0.1\")</f><v>shown</v></c><c><f>A1&amp;\"x\"</f></c></row>");

    assertThat(rows(book.write(folder.resolve("a.xlsx"))))
        .containsExactly(
            new FileRow.Cells(1, IntStream.range(0, 200).mapToObj(Integer::toString).toList()),
            new FileRow.Cells(2, List.of("shown", "=A1&\"x\"")));
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    var book = Xlsx.of("<a>".repeat(1_000_000));
    refused(book.write(folder.resolve("a.xlsx")), "nested deeper");

    var page = "<table><tr><td>".repeat(1_000_000);
    refused(Files.writeString(folder.resolve("a.xls"), page), "no page with a table");
    var spans = "<html>" + "<span>".repeat(1_000_000);
    refused(Files.writeString(folder.resolve("b.xls"), spans), "no page with a table");
  }

  @Test
  void aCellWithoutEndIsRefused() throws IOException {
    var book =
        Xlsx.of(
            "<row><c t=\"inlineStr\"><is><t>" + random(3 * (int) MEGABYTE) + "</t></is></c></row>");
    refused(book.write(folder.resolve("a.xlsx")), "more than a megabyte");

    var page = "<html><table><tr><td>" + "x".repeat(20 * (int) MEGABYTE);
    refused(Files.writeString(folder.resolve("a.xls"), page), "no page with a table");
  }

  @Test
  void textsWithoutEndAreRefused() throws IOException {
    var path = folder.resolve("a.xlsx");
    Xlsx.of("<row><c t=\"s\"><v>99999999</v></c></row>")
        .with(
            "xl/sharedStrings.xml",
            "<sst>"
                + IntStream.range(0, 3_000_000)
                    .mapToObj(i -> "<si><t>" + Integer.toString(i * 7919, 36) + "</t></si>")
                    .collect(Collectors.joining())
                + "</sst>")
        .write(path);

    refused(path, "too many texts");
  }

  @Test
  void whatIsCalledALeadsListAndIsNoneIsRefusedByWhatItIs() throws IOException {
    for (var begin :
        Map.of(
                "%PDF-1.7", "a PDF",
                "\u00d0\u00cf\u0011\u00e0", "password",
                "\u0089PNG\r\n", "a picture",
                "\u001f\u008b\b", "gzip",
                "PK\u0003\u0004", "damaged",
                "MIME-Version: 1.0\n", "in a form")
            .entrySet()) {
      var bytes = (begin.getKey() + "x".repeat(100)).getBytes(StandardCharsets.ISO_8859_1);
      refused(Files.write(folder.resolve("leads.csv"), bytes), begin.getValue());
    }
  }

  @Test
  void aDamagedWorkbookIsRefused() throws IOException {
    var whole = Files.readAllBytes(Xlsx.of(Xlsx.row(1, "a")).write(folder.resolve("a.xlsx")));
    for (int cut = 100; cut < whole.length; cut += 97) {
      var path = Files.write(folder.resolve("b.xlsx"), Arrays.copyOf(whole, cut));
      try {
        rows(path);
      } catch (ImportException e) {
        assertThat(e).hasMessageContaining("b.xlsx");
      }
    }
    refused(Xlsx.of("<row><c>").write(folder.resolve("a.xlsx")), "damaged");
  }

  private static String random(int length) {
    var random = new Random(1);
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void refused(Path path, String why) {
    assertThatThrownBy(() -> rows(path))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining(path.getFileName().toString())
        .hasMessageContaining(why);
  }

  private static List<FileRow> rows(Path path) throws IOException {
    var all = new ArrayList<FileRow>();
    var table = ImportFile.of(path, Choices.NONE, _ -> false).tables().getFirst();
    try (var rows = table.open(Rows.Place.START)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
