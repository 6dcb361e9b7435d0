package dev.trellis.imports;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.row.Understanding;

/**
 * Sends a file's rows the way of every lead event; a state file tells where to go on after a stop.
 * What had been sent but not noted is sent again, and known by its id.
 */
public final class ImportLeads {

  /** Events that may wait at the same time. */
  public static final int CHUNK = 1000;

  private final Playbook playbook;
  private final InstantSource clock;
  private final Path folder;
  private final LeadRegister register;
  private final LeadEventsSink sink;
  private final ReadBack back;

  /**
   * @param folder that keeps how far imports got
   */
  public ImportLeads(
      Playbook playbook,
      InstantSource clock,
      Path folder,
      LeadRegister register,
      LeadEventsSink sink,
      ReadBack back) {
    this.back = back;
    this.playbook = playbook;
    this.clock = clock;
    this.folder = folder;
    this.register = register;
    this.sink = sink;
  }

  /**
   * Imports a file, or what is left of it. One that was imported before changes nothing.
   *
   * @param choices what a person says of the file
   * @throws ImportException if the file cannot be imported at all
   */
  public ImportResult run(Path path, Choices choices, Watcher watcher)
      throws IOException, InterruptedException {
    var file = understood(path, choices);
    var known = ImportState.find(folder, file.batch());
    if (known.isPresent() && known.get().result() != null) {
      return known.get().result().again();
    }
    var state = known.orElseGet(() -> ImportState.begin(file, clock.instant(), census()));
    var errors = errors(file.batch());
    try (var passage =
        Passage.open(file, playbook, state.began(), errors, sink, back, watcher, state.far())) {
      state.save(folder);
      passage.run(state.far().line(), far -> state.handled(far).save(folder));
      var result = passage.result(false, state.before(), census());
      state.finished(passage.far(state.far().line()), result).save(folder);
      return result;
    }
  }

  /** True if nothing of the file is left to import. */
  public boolean isDone(Path path, Choices choices) throws IOException {
    return ImportState.find(folder, understood(path, choices).batch())
        .filter(state -> state.result() != null)
        .isPresent();
  }

  /** Where what was left out is written down. */
  public Path errors(String batch) {
    return folder.resolve("import-" + batch + "-errors.csv");
  }

  private Understanding understood(Path path, Choices choices) throws IOException {
    return Understanding.of(path, choices, playbook, clock.instant());
  }

  private Census census() {
    return Census.of(register, playbook, clock.instant());
  }
}
