package dev.trellis.local.importing;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Tells what an import would change, by the same use cases, and changes nothing. */
final class RehearseImport {

  private static final int ROWS_PER_WORD = 250;

  private final Playbook playbook;
  private final InstantSource clock;
  private final Holdings holdings;

  RehearseImport(Playbook playbook, InstantSource clock, Holdings holdings) {
    this.playbook = playbook;
    this.clock = clock;
    this.holdings = holdings;
  }

  /**
   * @param errors where what would be left out is written down
   * @throws ImportException if the file cannot be imported at all
   */
  ImportResult run(Path path, Path errors, Watcher watcher) throws IOException {
    long start = System.nanoTime();
    var file = ImportFile.of(path);
    var rehearsal = new Rehearsal(holdings, playbook, clock);
    var before = rehearsal.census();
    try (var intake = Intake.open(file, playbook, clock.instant(), ErrorFile.create(errors))) {
      long rows = 0;
      for (var row = intake.next(); row.isPresent(); row = intake.next()) {
        List<LeadEvent> events = row.get().events();
        rehearsal.handle(events);
        rows++;
        if (rows % ROWS_PER_WORD == 0) {
          watcher.at(row.get().line(), file.lines(), rows);
        }
      }
      long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000L);
      return new ImportResult(
          file.batch(),
          file.name(),
          file.charset().name(),
          true,
          intake.columns().others(),
          intake.tally(),
          before,
          rehearsal.census(),
          0,
          seconds,
          rows / seconds,
          PeakMemory.megabytes());
    }
  }
}
