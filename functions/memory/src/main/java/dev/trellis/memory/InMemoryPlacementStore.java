package dev.trellis.memory;

import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.PlacementStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Positions and moves in memory. */
public final class InMemoryPlacementStore implements PlacementStore {

  private final InMemoryTables tables;

  public InMemoryPlacementStore(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Snapshot> load(String lead) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead))
          .map(found ->
              new Snapshot(
                  found, tables.position(lead), Optional.ofNullable(tables.cards.get(lead))));
    }
  }

  @Override
  public boolean save(
      Snapshot before, Position position, Optional<Shown> shown, Optional<Move> move) {
    synchronized (tables) {
      var lead = before.lead().lead();
      var stored = tables.position(lead);
      if (stored.map(Position::version).orElse(0L) != position.version()) {
        return stored.filter(position.nextVersion()::equals).isPresent();
      }
      tables.count(Headcount.between(stored, Optional.of(position)));
      tables.positions.put(lead, position.nextVersion());
      shown.ifPresent(now -> tables.leave(lead, now.left()));
      tables.members.remove(lead);
      tables.cards.remove(lead);
      shown.ifPresent(now -> {
        tables.cards.put(lead, now.card());
        tables.members.put(lead, Map.copyOf(now.memberships()));
      });
      move.ifPresent(
          m -> tables.moves.computeIfAbsent(lead, _ -> new LinkedHashMap<>()).put(m.id(), m));
      return true;
    }
  }
}
