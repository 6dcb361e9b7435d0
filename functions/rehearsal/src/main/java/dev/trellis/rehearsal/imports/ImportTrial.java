package dev.trellis.rehearsal.imports;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRegister;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.imports.Census;
import dev.trellis.imports.ImportResult;
import dev.trellis.imports.LeadEventsSink;
import dev.trellis.imports.ReadBack;
import dev.trellis.imports.RehearseImport;
import dev.trellis.imports.Watcher;
import dev.trellis.imports.file.Choices;
import dev.trellis.imports.file.ImportException;
import dev.trellis.memory.InMemoryLeadRegister;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.pools.PlaceLead;
import dev.trellis.scoring.ScoreLead;

/**
 * The use cases that lead events go through, on memory: leads that an event is about are taken over
 * from where they are stored, and nothing is ever written back.
 */
public final class ImportTrial implements LeadEventsSink {

  private final Stored stored;
  private final Playbook playbook;
  private final InstantSource clock;
  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore leads = new InMemoryLeadStore(tables);
  private final ScoreLead score;
  private final PlaceLead place;
  private final Set<Identity> seen = new HashSet<>();
  private final Set<String> adopted = new HashSet<>();
  private final Map<String, String> logs = new HashMap<>();
  private Census census;

  public ImportTrial(Stored stored, Playbook playbook, InstantSource clock) {
    this.stored = stored;
    this.playbook = playbook;
    this.clock = clock;
    this.score = new ScoreLead(leads, clock, playbook);
    this.place =
        new PlaceLead(
            new InMemoryPlacementStore(tables),
            new InMemoryTimers(tables),
            _ -> {},
            playbook,
            clock);
    this.census = Census.of(stored.register(), playbook, clock.instant());
  }

  /** The leads that are there already, to look at. */
  public record Stored(LeadStore leads, PlacementStore placements, LeadRegister register) {}

  /**
   * Tells what an import of the file would change.
   *
   * @param choices what a person says of the file
   * @param errors where what would be left out is written down
   * @throws ImportException if the file cannot be imported at all
   */
  public ImportResult run(Path file, Choices choices, Path errors, Watcher watcher)
      throws IOException, InterruptedException {
    return new RehearseImport(playbook, clock, this, new ReadBack(leads, leads), this::census)
        .run(file, choices, errors, watcher);
  }

  @Override
  public void handle(List<LeadEvent> events) {
    for (var event : events) {
      adopt(event);
      var consequences = score.score(event);
      consequences.updates().forEach(update -> place.place(update.lead(), false));
    }
  }

  /** All leads as they would be now. */
  Census census() {
    return census.plus(Census.of(new InMemoryLeadRegister(tables), playbook, clock.instant()));
  }

  private void adopt(LeadEvent event) {
    var names = new TreeSet<>(event.identities());
    names.removeAll(seen);
    if (!names.isEmpty()) {
      own(names);
    }
    Optional.ofNullable(logs.get(event.id())).ifPresent(log -> tables.adopt(log, event));
  }

  private void own(Set<Identity> names) {
    seen.addAll(names);
    stored
        .leads()
        .names(names)
        .forEach((identity, name) -> {
          tables.adopt(identity, name);
          Optional.ofNullable(name.lead()).ifPresent(this::adopt);
        });
  }

  private void adopt(String lead) {
    if (adopted.add(lead)) {
      stored.placements().load(lead).ifPresent(this::adopt);
      stored.leads().log(lead).forEach(logged -> logs.put(logged.event().id(), lead));
    }
  }

  // Whoever absorbed it, whom it absorbed, and all its names come along: a merge asks for them.
  private void adopt(Snapshot found) {
    var lead = found.lead();
    tables.adopt(lead, found.position());
    census = census.minus(Census.of(found, playbook, clock.instant()));
    Optional.ofNullable(lead.mergedInto()).ifPresent(this::adopt);
    lead.absorbed().forEach(this::adopt);
    lead.apart().forEach(this::adopt);
    own(lead.profile().identities());
  }
}
