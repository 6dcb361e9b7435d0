package dev.trellis.local.importing;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.pools.PlaceLead;
import dev.trellis.scoring.ScoreLead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Leads in memory, and the use cases that change them: what an import runs into. */
final class Town implements LeadEventsSink, Holdings {

  static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  static final Instant NOW = Instant.parse("2026-11-02T02:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final InMemoryTables tables = new InMemoryTables();
  final List<LeadEvent> told = new ArrayList<>();

  /** Called before each chunk; may throw. */
  Consumer<List<LeadEvent>> trouble = _ -> {};

  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final InMemoryPlacementStore placements = new InMemoryPlacementStore(tables);
  private final ScoreLead score = new ScoreLead(store, CLOCK);
  private final PlaceLead place =
      new PlaceLead(placements, new InMemoryTimers(tables), PLAYBOOK, CLOCK);

  ImportResult takeIn(Path file, Path folder) {
    try {
      return new ImportLeads(PLAYBOOK, CLOCK, folder, this, this).run(file, Watcher.NOBODY);
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
      return new RehearseImport(PLAYBOOK, CLOCK, this).run(file, errors, Watcher.NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      score.score(event).updates().forEach(update -> place.place(update.lead(), false));
    }
  }

  @Override
  public void each(Consumer<Snapshot> visitor) {
    tables.leads().forEach(l -> visitor.accept(new Snapshot(l, tables.position(l.lead()))));
  }

  @Override
  public Map<Identity, Name> names(Set<Identity> identities) {
    return store.names(identities);
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    return placements.load(lead);
  }

  @Override
  public boolean holds(String lead, String event) {
    return tables.events(lead).stream().anyMatch(e -> e.id().equals(event));
  }
}
