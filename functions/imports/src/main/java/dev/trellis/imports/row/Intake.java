package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.file.ImportFile;

/** A file read row by row: gives the good ones, counts all, writes down what was left out. */
public final class Intake implements AutoCloseable {

  private final ImportTable table;
  private final RowReader reader;
  private final ErrorFile errors;
  private RowTally tally = RowTally.NOTHING;
  private long line;

  private Intake(ImportTable table, RowReader reader, ErrorFile errors) {
    this.table = table;
    this.reader = reader;
    this.errors = errors;
  }

  /** What one row tells. */
  public record Row(long line, List<LeadEvent> events) {}

  /**
   * Begins to read.
   *
   * @param began when the import began; the same again if it goes on
   */
  public static Intake open(ImportFile file, Playbook playbook, Instant began, ErrorFile errors)
      throws IOException {
    var table = ImportTable.open(file, playbook.imports());
    var reader = new RowReader(playbook, table.columns(), file.batch(), began);
    return new Intake(table, reader, errors);
  }

  /** The next row that tells something. */
  public Optional<Row> next() throws IOException {
    for (var row = table.next(); row.isPresent(); row = table.next()) {
      line = row.get().line();
      var reading = reader.read(row.get());
      tally = tally.and(reading);
      switch (reading) {
        case Reading.Blank _ -> {}
        case Reading.Refused(var why) -> errors.add(line, why);
        case Reading.Told(var events, var doubts) -> {
          doubts.forEach(doubt -> errors.add(line, doubt));
          return Optional.of(new Row(line, events));
        }
      }
    }
    return Optional.empty();
  }

  /** Headers that the playbook does not know. */
  public List<String> otherColumns() {
    return table.columns().others();
  }

  public RowTally tally() {
    return tally;
  }

  /** The line of the row read last. */
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    table.close();
    errors.close();
  }
}
