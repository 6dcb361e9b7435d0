package dev.trellis.local.importing;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.port.PlacementStore.Snapshot;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.pools.PlaceLead;
import dev.trellis.scoring.ScoreLead;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The use cases that lead events go through, on memory: leads that an event is about are taken over
 * from where they are stored, and nothing is ever written back.
 */
final class Rehearsal implements LeadEventsSink {

  private final Holdings holdings;
  private final Playbook playbook;
  private final InstantSource clock;
  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryLeadStore store = new InMemoryLeadStore(tables);
  private final ScoreLead score;
  private final PlaceLead place;
  private final Set<Identity> seen = new HashSet<>();
  private final Set<String> adopted = new HashSet<>();
  private Census census;

  Rehearsal(Holdings holdings, Playbook playbook, InstantSource clock) {
    this.holdings = holdings;
    this.playbook = playbook;
    this.clock = clock;
    this.score = new ScoreLead(store, clock);
    this.place =
        new PlaceLead(
            new InMemoryPlacementStore(tables), new InMemoryTimers(tables), playbook, clock);
    this.census = holdings.census(playbook, clock.instant());
  }

  @Override
  public void handle(List<LeadEvent> events) {
    for (var event : events) {
      adopt(event);
      score.score(event).updates().forEach(update -> place.place(update.lead(), false));
    }
  }

  /** All leads as they would be now. */
  Census census() {
    var now = clock.instant();
    var all = census;
    for (var lead : tables.leads()) {
      all = all.plus(Census.of(lead, tables.position(lead.lead()), playbook, now));
    }
    return all;
  }

  private void adopt(LeadEvent event) {
    var names = new TreeSet<>(event.identities());
    names.removeAll(seen);
    if (!names.isEmpty()) {
      own(names);
    }
    if (!adopted.isEmpty()) {
      logs(event.identities()).stream()
          .filter(lead -> holdings.holds(lead, event.id()))
          .forEach(lead -> tables.adopt(lead, event));
    }
  }

  private void own(Set<Identity> names) {
    seen.addAll(names);
    holdings
        .names(names)
        .forEach((identity, name) -> {
          tables.adopt(identity, name);
          Optional.ofNullable(name.lead()).ifPresent(this::adopt);
        });
  }

  private void adopt(String lead) {
    if (adopted.add(lead)) {
      holdings.load(lead).ifPresent(this::adopt);
    }
  }

  // Whoever absorbed it, whom it absorbed, and all its names come along: a merge asks for them.
  private void adopt(Snapshot found) {
    var lead = found.lead();
    tables.adopt(lead, found.position());
    census = census.minus(Census.of(lead, found.position(), playbook, clock.instant()));
    Optional.ofNullable(lead.mergedInto()).ifPresent(this::adopt);
    lead.absorbed().forEach(this::adopt);
    lead.apart().forEach(this::adopt);
    own(lead.profile().identities());
  }

  /** Stored leads in whose logs an event about these names may lie. */
  private Set<String> logs(Set<Identity> names) {
    var logs = new TreeSet<String>();
    for (var owner : store.owners(names).values()) {
      store
          .find(owner)
          .map(MergeTrail.of(store::find)::leads)
          .ifPresent(way ->
              way.forEach(lead -> {
                logs.add(lead.lead());
                logs.addAll(lead.absorbed());
                logs.addAll(lead.apart());
              }));
    }
    logs.retainAll(adopted);
    return logs;
  }
}
