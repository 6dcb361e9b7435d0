package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R31")
class CsvRowsTest {

  @Test
  void readsQuotesAndLineEndsInCells() throws IOException {
    var rows = rows("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n3,4", 2);

    assertThat(rows)
        .containsExactly(
            new FileRow.Cells(1, List.of("a", "b")),
            new FileRow.Cells(2, List.of("x, \"y\"", "one\ntwo")),
            new FileRow.Cells(4, List.of("3", "4")));
  }

  @Test
  void countsLinesAndNotRows() throws IOException {
    assertThat(rows("a,b\n\n\n1,\"2\n\"\n\n5,6\n", 2))
        .extracting(FileRow::line)
        .containsExactly(1L, 4L, 7L);
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
    var rows = rows("a,b\n1,\"open\n3,4\n5,6\n", 2);

    assertThat(rows)
        .containsExactly(
            new FileRow.Cells(1, List.of("a", "b")),
            new FileRow.Broken(2, Fault.OPEN_QUOTE, "1,\"open"),
            new FileRow.Cells(3, List.of("3", "4")),
            new FileRow.Cells(4, List.of("5", "6")));
  }

  @Test
  void aQuoteThatClosesInTheNextRowCostsOneRow() throws IOException {
    var rows = rows("a,b\n1,\"open\n\"3\",4\n5,6\n", 2);

    assertThat(rows.get(1)).isInstanceOf(FileRow.Broken.class);
    assertThat(rows.subList(2, 4))
        .containsExactly(
            new FileRow.Cells(3, List.of("3", "4")), new FileRow.Cells(4, List.of("5", "6")));
  }

  @Test
  void aQuoteInsideACellIsACharacter() throws IOException {
    assertThat(rows("a,b\n5\" pipe,2\n", 2).get(1))
        .isEqualTo(new FileRow.Cells(2, List.of("5\" pipe", "2")));
  }

  @Test
  void whatIsMissingAtTheEndIsBlankAndOnlyBlanksMayBeTooMany() throws IOException {
    var rows = rows("a,b\n1\n1,2,3\n1,2,,\n", 2);

    assertThat(rows.get(1)).isEqualTo(new FileRow.Cells(2, List.of("1", "")));
    assertThat(rows.get(2)).isEqualTo(new FileRow.Broken(3, Fault.CELL_COUNT, "1,2,3"));
    assertThat(rows.get(3)).isEqualTo(new FileRow.Cells(4, List.of("1", "2")));
  }

  @Test
  void aNoteOfSeveralLinesMayStandInAShortRow() throws IOException {
    assertThat(rows("a,b,c\n1,\"one\ntwo\"\n3,4,5\n", 3))
        .containsExactly(
            new FileRow.Cells(1, List.of("a", "b", "c")),
            new FileRow.Cells(2, List.of("1", "one\ntwo", "")),
            new FileRow.Cells(4, List.of("3", "4", "5")));
  }

  @Test
  void aFirstLineThatNamesTheSeparatorIsNoRow() throws IOException {
    assertThat(rows("sep=,\na,b\n1,2\n", 2).getFirst())
        .isEqualTo(new FileRow.Cells(2, List.of("a", "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void readingGoesOnAtThePlaceOfAnyRow(String charset) throws IOException {
    var text = "姓名,备注\r\n王伟,\"一\n二\"\r\n\r\n李娜,\"未闭合\r\n张敏,三\n";
    var bytes = text.getBytes(Charset.forName(charset));
    var whole = new ArrayList<FileRow>();
    var places = new ArrayList<Rows.Place>();
    try (var rows = open(bytes, charset, Rows.Place.START)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        whole.add(row.get());
        places.add(rows.place());
      }
    }

    assertThat(whole).hasSize(4);
    for (int i = 0; i < whole.size(); i++) {
      var rest = new ArrayList<FileRow>();
      try (var rows = open(bytes, charset, places.get(i))) {
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
          rest.add(row.get());
        }
      }
      assertThat(rest).isEqualTo(whole.subList(i + 1, whole.size()));
    }
  }

  private static Rows open(byte[] bytes, String charset, Rows.Place from) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    in.skipNBytes(from.position());
    var rows = new CsvRows(in, Charset.forName(charset), ',', from);
    rows.expect(2);
    return rows;
  }

  @Test
  void aLineWithoutEndIsNotKept() throws IOException {
    var rows = rows("a,b\n" + "x".repeat(5_000_000) + ",2\n3,4\n", 2);

    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            FileRow.Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TOO_LONG));
    assertThat(rows.get(2)).isEqualTo(new FileRow.Cells(3, List.of("3", "4")));
  }

  private static List<FileRow> rows(String text, int width) throws IOException {
    var all = new ArrayList<FileRow>();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try (var rows =
        new CsvRows(
            new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, ',', Rows.Place.START)) {
      rows.expect(width);
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
