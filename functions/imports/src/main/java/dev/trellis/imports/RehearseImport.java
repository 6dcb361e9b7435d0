package dev.trellis.imports;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.row.Understanding;

/**
 * Tells what an import would change, and changes nothing.
 *
 * @param sink of a world of its own
 * @param back to that world
 * @param census of the leads in that world
 */
public record RehearseImport(
    Playbook playbook,
    InstantSource clock,
    LeadEventsSink sink,
    ReadBack back,
    Supplier<Census> census) {

  /**
   * @param choices what a person says of the file
   * @param errors where what would be left out is written down
   * @throws ImportException if the file cannot be imported at all
   */
  public ImportResult run(Path path, Choices choices, Path errors, Watcher watcher)
      throws IOException, InterruptedException {
    var file = Understanding.of(path, choices, playbook, clock.instant());
    var before = census.get();
    try (var passage =
        Passage.open(
            file, playbook, clock.instant(), errors, sink, back, watcher, Passage.Far.START)) {
      passage.run(0, _ -> {});
      return passage.result(true, before, census.get());
    }
  }
}
