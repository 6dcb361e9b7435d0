package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.HandoffLedger;

/** The ledger of hand-offs in memory. */
public final class InMemoryHandoffLedger implements HandoffLedger {

  private final InMemoryTables tables;

  public InMemoryHandoffLedger(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Snapshot> load(String lead, String handoffId) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead))
          .map(found -> new Snapshot(found, Optional.ofNullable(entries(lead).get(handoffId))));
    }
  }

  @Override
  public List<Entry> all(String lead) {
    synchronized (tables) {
      return List.copyOf(tables.handoffs.getOrDefault(lead, Map.of()).values());
    }
  }

  @Override
  public Entry claim(Entry entry) {
    synchronized (tables) {
      var standing = entries(entry.lead()).putIfAbsent(entry.handoffId(), entry);
      return standing == null ? entry : standing;
    }
  }

  @Override
  public boolean settle(Entry entry, State from) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.handoffId());
      if (standing == null || (standing.state() != from && !standing.equals(entry))) {
        return false;
      }
      entries(entry.lead()).put(entry.handoffId(), entry);
      return true;
    }
  }

  private Map<String, Entry> entries(String lead) {
    return tables.handoffs.computeIfAbsent(lead, _ -> new LinkedHashMap<>());
  }
}
