package dev.trellis.imports.file;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;

/**
 * What could not be taken, by line and reason, as a CSV file that a spreadsheet can open safely.
 */
public final class ErrorFile implements AutoCloseable {

  private static final int LONGEST = 200;

  private final CsvWriter csv;

  private ErrorFile(CsvWriter csv) {
    this.csv = csv;
  }

  /** Begins the file anew. */
  public static ErrorFile create(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    var out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    out.write('\uFEFF'); // spreadsheets take it for UTF-8 then
    var file = new ErrorFile(CsvWriter.builder().build(out));
    file.csv.writeRecord("line", "left out", "column", "原因", "reason", "cell");
    return file;
  }

  public void add(long line, Fault.Found found) {
    var fault = found.fault();
    var cell = found.cell();
    csv.writeRecord(
        Long.toString(line),
        fault.refusesRow() ? "row" : "cell",
        CellCheck.safe(found.column()),
        fault.in("zh"),
        fault.in("en"),
        CellCheck.safe(cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
