package dev.trellis.checks.imports;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.imports.ImportLeads;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.LeadEventsSink;
import dev.trellis.imports.Watcher;
import dev.trellis.memory.InMemoryLeadRegister;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.pools.PlaceLead;
import dev.trellis.rehearsal.imports.ImportTrial;
import dev.trellis.scoring.Result;
import dev.trellis.scoring.ScoreLead;

/** Leads in memory, and the use cases that change them: what an import runs into. */
final class Town implements LeadEventsSink {

  static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final InMemoryTables tables = new InMemoryTables();
  final List<LeadEvent> told = new ArrayList<>();

  /** Called before each chunk; may throw. */
  Consumer<List<LeadEvent>> trouble = _ -> {};

  private long refused;

  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final InMemoryLeadRegister register = new InMemoryLeadRegister(tables);
  private final InMemoryPlacementStore placements = new InMemoryPlacementStore(tables);
  private final ScoreLead score = new ScoreLead(store, CLOCK, PLAYBOOK);
  private final PlaceLead place =
      new PlaceLead(placements, new InMemoryTimers(tables), _ -> {}, PLAYBOOK, CLOCK);

  ImportResult takeIn(Path file, Path folder) {
    try {
      return new ImportLeads(PLAYBOOK, CLOCK, folder, register, this).run(file, Watcher.NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  ImportResult takeIn(Path folder, String name, String text) throws IOException {
    return takeIn(Files.writeString(folder.resolve(name), text), folder);
  }

  ImportResult rehearse(Path file, Path errors) {
    try {
      var stored = new ImportTrial.Stored(store, placements, register);
      return new ImportTrial(stored, PLAYBOOK, CLOCK).run(file, errors, Watcher.NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<LeadRecord> leads() {
    return tables.leads().stream().filter(LeadRecord::isLiving).toList();
  }

  @Override
  public void handle(List<LeadEvent> events) {
    trouble.accept(events);
    for (var event : events) {
      told.add(event);
      var consequences = score.score(event);
      refused += consequences.result() == Result.REFUSED ? 1 : 0;
      consequences.updates().forEach(update -> place.place(update.lead(), false));
    }
  }

  @Override
  public long refused(String batch) {
    return refused;
  }
}
