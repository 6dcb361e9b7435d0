package dev.trellis.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R31")
class CsvRowsTest {

  @Test
  void readsQuotesAndLineEndsInCells() throws IOException {
    var rows = rows("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n3,4", 2);

    assertThat(rows)
        .containsExactly(
            new CsvRow.Cells(1, List.of("a", "b")),
            new CsvRow.Cells(2, List.of("x, \"y\"", "one\ntwo")),
            new CsvRow.Cells(4, List.of("3", "4")));
  }

  @Test
  void countsLinesAndNotRows() throws IOException {
    assertThat(rows("a,b\n\n\n1,\"2\n\"\n\n5,6\n", 2))
        .extracting(CsvRow::line)
        .containsExactly(1L, 4L, 7L);
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
    var rows = rows("a,b\n1,\"open\n3,4\n5,6\n", 2);

    assertThat(rows)
        .containsExactly(
            new CsvRow.Cells(1, List.of("a", "b")),
            new CsvRow.Broken(2, Fault.OPEN_QUOTE, "1,\"open"),
            new CsvRow.Cells(3, List.of("3", "4")),
            new CsvRow.Cells(4, List.of("5", "6")));
  }

  @Test
  void aQuoteThatClosesInTheNextRowCostsOneRow() throws IOException {
    var rows = rows("a,b\n1,\"open\n\"3\",4\n5,6\n", 2);

    assertThat(rows.get(1)).isInstanceOf(CsvRow.Broken.class);
    assertThat(rows.subList(2, 4))
        .containsExactly(
            new CsvRow.Cells(3, List.of("3", "4")), new CsvRow.Cells(4, List.of("5", "6")));
  }

  @Test
  void aQuoteInsideACellIsACharacter() throws IOException {
    assertThat(rows("a,b\n5\" pipe,2\n", 2).get(1))
        .isEqualTo(new CsvRow.Cells(2, List.of("5\" pipe", "2")));
  }

  @Test
  void aRowOfTheWrongWidthIsBrokenUnlessOnlyBlanksAreTooMany() throws IOException {
    var rows = rows("a,b\n1\n1,2,3\n1,2,,\n", 2);

    assertThat(rows.subList(1, 3))
        .allMatch(r -> r instanceof CsvRow.Broken b && b.fault() == Fault.CELL_COUNT);
    assertThat(rows.get(3)).isEqualTo(new CsvRow.Cells(4, List.of("1", "2")));
  }

  @Test
  void aLineWithoutEndIsNotKept() throws IOException {
    var rows = rows("a,b\n" + "x".repeat(5_000_000) + ",2\n3,4\n", 2);

    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            CsvRow.Broken.class, b -> assertThat(b.fault()).isEqualTo(Fault.TOO_LONG));
    assertThat(rows.get(2)).isEqualTo(new CsvRow.Cells(3, List.of("3", "4")));
  }

  private static List<CsvRow> rows(String text, int width) throws IOException {
    var all = new ArrayList<CsvRow>();
    try (var rows = new CsvRows(new BufferedReader(new StringReader(text)), ',')) {
      rows.expect(width);
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
