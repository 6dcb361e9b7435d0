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

  /**
   * A row that is left out, without what stands in it.
   *
   * @param column its header; empty if the row as a whole is meant
   */
  public record Refusal(long line, Fault why, String column) {}

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
        case Reading.Refused(var why) -> refuse(line, why);
        case Reading.Told(var events, var doubts, _) -> {
          doubts.forEach(doubt -> errors.add(line, doubt));
          return Optional.of(new Row(line, events));
        }
      }
    }
    return Optional.empty();
  }

  private Refusal refuse(long row, Fault.Found why) {
    errors.add(row, why);
    var refusal = new Refusal(row, why.fault(), why.column());
    refusals.add(refusal);
    return refusal;
  }

  /** Writes down a row that was given and not taken after all. */
  public Refusal refuse(long row, Fault why) {
    return refuse(row, Fault.Found.of(why));
  }

  /** The rows left out so far, by line. */
  public List<Refusal> refusals() {
    return refusals.stream().sorted(Comparator.comparingLong(Refusal::line)).toList();
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
