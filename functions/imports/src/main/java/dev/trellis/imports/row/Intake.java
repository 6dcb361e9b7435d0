package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.file.Fault;
import dev.trellis.imports.file.Rows;
import dev.trellis.imports.file.Rows.Place;

/** A file read row by row: gives the good ones, counts all, writes down what was left out. */
public final class Intake implements AutoCloseable {

  private final Rows rows;
  private final RowReader reader;
  private final ErrorFile errors;
  private final List<Refusal> refusals = new ArrayList<>();
  private RowTally tally = RowTally.NOTHING;
  private long line;

  private Intake(Rows rows, RowReader reader, ErrorFile errors) {
    this.rows = rows;
    this.reader = reader;
    this.errors = errors;
  }

  /** What one row tells. */
  public record Row(long line, List<LeadEvent> events) {}

  /** A row that is left out. */
  public record Refusal(long line, Fault.Found why) {}

  /**
   * Begins to read.
   *
   * @param began when the import began; the same again if it goes on
   */
  public static Intake open(Understanding file, Playbook playbook, Instant began, ErrorFile errors)
      throws IOException {
    return from(file.start(), file, playbook, began, errors);
  }

  /** Begins to read where {@link #place} said. */
  public static Intake from(
      Place place, Understanding file, Playbook playbook, Instant began, ErrorFile errors)
      throws IOException {
    return new Intake(file.rows(place), new RowReader(playbook, file, began), errors);
  }

  /** The next row that tells something. */
  public Optional<Row> next() throws IOException {
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      line = row.get().line();
      var reading = reader.read(row.get());
      tally = tally.and(reading);
      switch (reading) {
        case Reading.Blank _ -> {}
        case Reading.Refused(var why) -> refuse(new Refusal(line, why));
        case Reading.Told(var events, var doubts, _) -> {
          doubts.forEach(doubt -> errors.add(line, doubt));
          return Optional.of(new Row(line, events));
        }
      }
    }
    return Optional.empty();
  }

  private void refuse(Refusal refusal) {
    errors.add(refusal.line(), refusal.why());
    refusals.add(refusal);
  }

  /** Writes down a row that was given and not taken after all. */
  public void refused(long row, Fault why) {
    refuse(new Refusal(row, Fault.Found.of(why)));
  }

  /** The rows left out so far. */
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Where to go on after the row that was given last. */
  public Place place() {
    return rows.place();
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
    rows.close();
    errors.close();
  }
}
