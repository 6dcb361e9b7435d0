package dev.trellis.imports.row;

import dev.trellis.core.playbook.Imports;
import dev.trellis.imports.file.CsvRow;
import dev.trellis.imports.file.CsvRows;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.file.ImportFile;
import java.io.IOException;
import java.util.Optional;

/** A file as a table: what its columns mean, and its rows. */
final class ImportTable implements AutoCloseable {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final Columns columns;
  private final CsvRows rows;

  private ImportTable(Columns columns, CsvRows rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Opens a file; of comma, semicolon and tab the one separates that makes sense of the header.
   *
   * @throws ImportException if no column names people, or if one is unknown and the playbook
   *     refuses that
   */
  static ImportTable open(ImportFile file, Imports imports) throws IOException {
    Columns best = null;
    char separator = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      var columns = header(file, candidate, imports);
      if (columns.isPresent() && (best == null || columns.get().known() > best.known())) {
        best = columns.get();
        separator = candidate;
      }
    }
    check(file, best, imports);
    var rows = new CsvRows(file.open(), separator);
    rows.next();
    rows.expect(best.meanings().size());
    return new ImportTable(best, rows);
  }

  private static Optional<Columns> header(ImportFile file, char separator, Imports imports)
      throws IOException {
    try (var rows = new CsvRows(file.open(), separator)) {
      return rows.next()
          .filter(CsvRow.Cells.class::isInstance)
          .map(row -> Columns.of(((CsvRow.Cells) row).cells(), imports));
    }
  }

  private static void check(ImportFile file, Columns columns, Imports imports) {
    if (columns == null) {
      throw new ImportException(file.name() + " has no header that is CSV (RFC 4180)");
    } else if (!columns.namePeople()) {
      throw new ImportException(
          "no column of %s names people. Its first line must hold headers; they are: %s. Add the one of address or number to imports.yaml"
              .formatted(file.name(), String.join(" | ", columns.headers())));
    } else if (!imports.keepsUnknownColumns() && !columns.others().isEmpty()) {
      throw new ImportException(
          "%s has columns that imports.yaml does not know: %s. Add them there, or write \"otherColumns: keep\""
              .formatted(file.name(), String.join(" | ", columns.others())));
    }
  }

  Columns columns() {
    return columns;
  }

  /** The next row that is not blank. */
  Optional<CsvRow> next() throws IOException {
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
