package dev.trellis.imports;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.row.Intake;
import dev.trellis.imports.row.Intake.Refusal;
import dev.trellis.imports.row.Intake.Row;
import dev.trellis.imports.row.RowTally;
import dev.trellis.imports.row.Understanding;

/**
 * A file on its way in, chunk by chunk: the next one goes in when the last is done with, so memory
 * stays flat.
 */
final class Passage implements AutoCloseable {

  private final Understanding file;
  private final Intake intake;
  private final LeadEventsSink sink;
  private final ReadBack back;
  private final Watcher watcher;
  private final long began = System.nanoTime();
  private RowCounts counts;
  private final List<Refusal> late;
  private long rows;

  private Passage(
      Understanding file,
      Intake intake,
      LeadEventsSink sink,
      ReadBack back,
      Watcher watcher,
      Far far) {
    this.file = file;
    this.back = back;
    this.counts = far.counts();
    this.late = new ArrayList<>(far.late());
    late.forEach(row -> intake.refuse(row.line(), row.why()));
    this.intake = intake;
    this.sink = sink;
    this.watcher = watcher;
  }

  /** Is told of each line that is done with, and all before it. */
  interface Note {
    void done(Far far) throws IOException;
  }

  /**
   * How far a file is.
   *
   * @param line up to which all is done with
   * @param counts what became of the rows until there
   * @param late those of them that were told and not taken after all
   */
  record Far(long line, RowCounts counts, List<Refusal> late) {

    static final Far START = new Far(0, RowCounts.NONE, List.of());

    Far {
      counts = counts == null ? RowCounts.NONE : counts; // what is empty is not written
      late = late == null ? List.of() : List.copyOf(late);
    }
  }

  /**
   * Opens the way.
   *
   * @param began when the import began; the same again if it goes on
   * @param errors where what is left out is written down
   * @param far how far it is
   */
  static Passage open(
      Understanding file,
      Playbook playbook,
      Instant began,
      Path errors,
      LeadEventsSink sink,
      ReadBack back,
      Watcher watcher,
      Far far)
      throws IOException {
    var intake = Intake.open(file, playbook, began, ErrorFile.create(errors));
    return new Passage(file, intake, sink, back, watcher, far);
  }

  /**
   * Sends what comes after a line. The file is read from its beginning all the same: so the errors
   * are told in full.
   */
  void run(long after, Note note) throws IOException, InterruptedException {
    var chunk = new ArrayList<Row>();
    int events = 0;
    for (var row = intake.next(); row.isPresent(); row = intake.next()) {
      if (row.get().line() > after) {
        chunk.add(row.get());
        events += row.get().events().size();
        rows++;
        if (events >= ImportLeads.CHUNK) {
          handle(chunk, row.get().line(), note);
          events = 0;
        }
      }
    }
    handle(chunk, Math.max(after, intake.line()), note);
  }

  private void handle(List<Row> chunk, long line, Note note)
      throws IOException, InterruptedException {
    if (!chunk.isEmpty()) {
      handle(chunk.stream().map(row -> row.events().getFirst()));
      handle(chunk.stream().flatMap(row -> row.events().stream().skip(1)));
      back.of(chunk).forEach(this::note);
      chunk.clear();
    }
    note.done(new Far(line, counts, late));
    watcher.at(line, file.lines(), rows);
  }

  // What rows know goes in before what else they tell: else somebody new would be known already by
  // a content that the very row says was viewed.
  private void handle(Stream<LeadEvent> events) throws InterruptedException {
    var all = events.toList();
    if (!all.isEmpty()) {
      sink.handle(all);
    }
  }

  private void note(RowOutcome row) {
    counts = counts.plus(row);
    if (row instanceof RowOutcome.Refused(var line, var why)) {
      late.add(intake.refuse(line, why));
    }
  }

  /** How far it is once all of it was read. */
  Far far(long after) {
    return new Far(Math.max(after, intake.line()), counts, late);
  }

  /**
   * @param rehearsed true if nothing was changed
   */
  ImportResult result(boolean rehearsed, Census before, Census after) {
    long seconds = Math.max(1, (System.nanoTime() - began) / 1_000_000_000L);
    return new ImportResult(
        file.batch(),
        file.name(),
        file.said(),
        file.dates(),
        rehearsed,
        file.otherColumns(),
        late.stream().map(Refusal::why).reduce(intake.tally(), RowTally::without, (a, _) -> a),
        counts,
        intake.refusals(),
        before,
        after,
        sink.failed(),
        seconds,
        rows / seconds,
        PeakMemory.megabytes());
  }

  @Override
  public void close() throws IOException {
    intake.close();
  }
}
