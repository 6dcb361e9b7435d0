package dev.trellis.imports;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.ErrorFile;
import dev.trellis.imports.row.Intake;
import dev.trellis.imports.row.Understanding;

/**
 * A file on its way in, chunk by chunk: the next one goes in when the last is done with, so memory
 * stays flat.
 */
final class Passage implements AutoCloseable {

  private final Understanding file;
  private final Intake intake;
  private final LeadEventsSink sink;
  private final Watcher watcher;
  private final long began = System.nanoTime();
  private long rows;

  private Passage(Understanding file, Intake intake, LeadEventsSink sink, Watcher watcher) {
    this.file = file;
    this.intake = intake;
    this.sink = sink;
    this.watcher = watcher;
  }

  /** Is told of each line that is done with, and all before it. */
  interface Note {
    void done(long line) throws IOException;
  }

  /**
   * Opens the way.
   *
   * @param began when the import began; the same again if it goes on
   * @param errors where what is left out is written down
   */
  static Passage open(
      Understanding file,
      Playbook playbook,
      Instant began,
      Path errors,
      LeadEventsSink sink,
      Watcher watcher)
      throws IOException {
    var intake = Intake.open(file, playbook, began, ErrorFile.create(errors));
    return new Passage(file, intake, sink, watcher);
  }

  /**
   * Sends what comes after a line. The file is read from its beginning all the same: so the errors
   * are told in full.
   */
  void run(long after, Note note) throws IOException, InterruptedException {
    var chunk = new ArrayList<LeadEvent>();
    for (var row = intake.next(); row.isPresent(); row = intake.next()) {
      if (row.get().line() > after) {
        chunk.addAll(row.get().events());
        rows++;
        if (chunk.size() >= ImportLeads.CHUNK) {
          handle(chunk, row.get().line(), note);
        }
      }
    }
    handle(chunk, Math.max(after, intake.line()), note);
  }

  private void handle(List<LeadEvent> chunk, long line, Note note)
      throws IOException, InterruptedException {
    if (!chunk.isEmpty()) {
      sink.handle(List.copyOf(chunk));
      chunk.clear();
    }
    note.done(line);
    watcher.at(line, file.lines(), rows);
  }

  /** The line of the row read last. */
  long line() {
    return intake.line();
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
        intake.tally().without(sink.refused(file.batch())),
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
