package dev.trellis.local.importing;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a file's rows the way of every lead event, chunk by chunk: the next one goes in when the
 * last is done with, so memory stays flat, and a state file tells where to go on after a stop. What
 * had been sent but not noted is sent again, and known by its id.
 */
final class ImportLeads {

  /** Events that may wait at the same time. */
  static final int CHUNK = 1000;

  private final Playbook playbook;
  private final InstantSource clock;
  private final Path folder;
  private final Holdings holdings;
  private final LeadEventsSink sink;

  ImportLeads(
      Playbook playbook, InstantSource clock, Path folder, Holdings holdings, LeadEventsSink sink) {
    this.playbook = playbook;
    this.clock = clock;
    this.folder = folder;
    this.holdings = holdings;
    this.sink = sink;
  }

  /**
   * Imports a file, or what is left of it. One that was imported before changes nothing.
   *
   * @throws ImportException if the file cannot be imported at all
   */
  ImportResult run(Path path, Watcher watcher) throws IOException, InterruptedException {
    var file = ImportFile.of(path);
    var known = ImportState.find(folder, file.batch());
    if (known.isPresent() && known.get().result() != null) {
      return known.get().result();
    }
    var state = known.orElseGet(() -> begin(file));
    try (var intake = intake(file, state)) {
      state.save(folder);
      return new Run(file, intake, watcher, state).run();
    }
  }

  /** True if nothing of the file is left to import. */
  boolean isDone(Path path) {
    return ImportState.find(folder, ImportFile.of(path).batch())
        .filter(state -> state.result() != null)
        .isPresent();
  }

  /** Where what was left out is written down. */
  Path errors(String batch) {
    return folder.resolve("import-" + batch + "-errors.csv");
  }

  private ImportState begin(ImportFile file) {
    return ImportState.begin(file, clock.instant(), holdings.census(playbook, clock.instant()));
  }

  // Read from its beginning also when half of it is done: so the errors are told in full.
  private Intake intake(ImportFile file, ImportState state) throws IOException {
    return Intake.open(file, playbook, state.began(), ErrorFile.create(errors(file.batch())));
  }

  private final class Run {
    private final ImportFile file;
    private final Intake intake;
    private final Watcher watcher;
    private final long began = System.nanoTime();
    private final List<LeadEvent> chunk = new ArrayList<>();
    private ImportState state;
    private long rows;

    Run(ImportFile file, Intake intake, Watcher watcher, ImportState state) {
      this.file = file;
      this.intake = intake;
      this.watcher = watcher;
      this.state = state;
    }

    ImportResult run() throws IOException, InterruptedException {
      long before = state.handledLine();
      for (var row = intake.next(); row.isPresent(); row = intake.next()) {
        if (row.get().line() > before) {
          chunk.addAll(row.get().events());
          rows++;
          if (chunk.size() >= CHUNK) {
            handle(row.get().line());
          }
        }
      }
      handle(Math.max(before, intake.line()));
      var result = result();
      state.finished(state.handledLine(), result).save(folder);
      return result;
    }

    private void handle(long line) throws IOException, InterruptedException {
      if (!chunk.isEmpty()) {
        sink.handle(List.copyOf(chunk));
        chunk.clear();
      }
      state = state.handled(line);
      state.save(folder);
      watcher.at(line, file.lines(), rows);
    }

    private ImportResult result() {
      long seconds = Math.max(1, (System.nanoTime() - began) / 1_000_000_000L);
      return new ImportResult(
          file.batch(),
          file.name(),
          file.charset().name(),
          false,
          intake.columns().others(),
          intake.tally(),
          state.before(),
          holdings.census(playbook, clock.instant()),
          sink.failed(),
          seconds,
          rows / seconds,
          PeakMemory.megabytes());
    }
  }
}
