package dev.trellis.checks.imports;

import module java.base;

import dev.trellis.checks.story.ChangedPlaybook;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.imports.ImportLeads;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.LeadEventsSink;
import dev.trellis.imports.ReadBack;
import dev.trellis.imports.Watcher;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.row.Understanding;
import dev.trellis.memory.InMemoryLeadRegister;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.pools.PlaceLead;
import dev.trellis.rehearsal.imports.ImportTrial;
import dev.trellis.scoring.ScoreLead;

/** Leads in memory, and the use cases that change them: what an import runs into. */
final class Town implements LeadEventsSink {

  static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");

  /** The same for a company that has the consent of those in its files in writing. */
  static final Playbook TRUSTING =
      trusting("{ missing: unknown }", "{ missing: given, basis: on paper }");

  Instant now = NOW;

  final InMemoryTables tables = new InMemoryTables();
  final List<LeadEvent> told = new ArrayList<>();

  /** Called before each chunk; may throw. */
  Consumer<List<LeadEvent>> trouble = _ -> {};

  /** True if what is told last comes in first, as it may on a queue. */
  boolean isBackwards;

  private final Playbook playbook;
  private final InstantSource clock = () -> now;
  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final InMemoryLeadRegister register = new InMemoryLeadRegister(tables);
  private final InMemoryPlacementStore placements = new InMemoryPlacementStore(tables);
  private final ScoreLead score;
  private final PlaceLead place;

  Town() {
    this(PLAYBOOK);
  }

  Town(Playbook playbook) {
    this.playbook = playbook;
    this.score = new ScoreLead(store, clock, playbook);
    this.place = new PlaceLead(placements, new InMemoryTimers(tables), _ -> {}, playbook, clock);
  }

  ImportResult takeIn(Path file, Path folder) {
    try {
      return new ImportLeads(playbook, clock, folder, register, this, new ReadBack(store, store))
          .run(file, Choices.NONE, Watcher.NOBODY);
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
      return new ImportTrial(stored, playbook, clock)
          .run(file, Choices.NONE, errors, Watcher.NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Playbook trusting(String was, String is) {
    try {
      return PlaybookReader.read(
          ChangedPlaybook.in(
              Files.createTempDirectory("playbook"),
              Map.of("imports.yaml", text -> text.replace(was, is))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file was understood as. */
  Understanding understood(Path file) throws IOException {
    return Understanding.of(file, Choices.NONE, playbook, now);
  }

  List<LeadRecord> leads() {
    return tables.leads().stream().filter(LeadRecord::isLiving).toList();
  }

  @Override
  public void handle(List<LeadEvent> events) {
    trouble.accept(events);
    for (var event : isBackwards ? events.reversed() : events) {
      told.add(event);
      var consequences = score.score(event);
      consequences.updates().forEach(update -> place.place(update.lead(), false));
    }
  }
}
