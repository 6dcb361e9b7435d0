package dev.trellis.memory;

import dev.trellis.core.port.MailLedger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ledger of mails in memory. */
public final class InMemoryMailLedger implements MailLedger {

  /** The send that had a turn. */
  record Turn(String send) {}

  private final InMemoryTables tables;

  public InMemoryMailLedger(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Snapshot> load(String lead, String sendId) {
    synchronized (tables) {
      return Optional.ofNullable(tables.leads.get(lead))
          .map(found -> new Snapshot(found, tables.position(lead), find(lead, sendId)));
    }
  }

  @Override
  public ClaimResult claim(Entry entry, String suppressionKey, Optional<String> turn) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.sendId());
      if (standing != null) {
        var isOurs = standing.owner().equals(entry.owner()) && standing.state() == entry.state();
        return isOurs ? new ClaimResult.Claimed() : new ClaimResult.Exists(standing);
      }
      if (entry.state() == State.CLAIMED && tables.suppressions.containsKey(suppressionKey)) {
        return new ClaimResult.Suppressed();
      }
      if (entry.state() == State.CLAIMED && turn.filter(t -> !takes(entry, t)).isPresent()) {
        return new ClaimResult.Taken();
      }
      put(entry);
      return new ClaimResult.Claimed();
    }
  }

  @Override
  public boolean settle(Entry entry, State from) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.sendId());
      if (standing == null || (standing.state() != from && !standing.equals(entry))) {
        return false;
      }
      put(entry);
      return true;
    }
  }

  @Override
  public void release(Entry entry) {
    synchronized (tables) {
      var standing = entries(entry.lead()).get(entry.sendId());
      if (standing != null
          && standing.state() == State.CLAIMED
          && standing.owner().equals(entry.owner())) {
        tables.mails.get(entry.lead()).remove(entry.sendId());
      }
    }
  }

  @Override
  public Optional<Entry> find(String lead, String sendId) {
    synchronized (tables) {
      return Optional.ofNullable(entries(lead).get(sendId));
    }
  }

  private boolean takes(Entry entry, String turn) {
    var turns = tables.turns.computeIfAbsent(entry.lead(), _ -> new TreeMap<>());
    return turns.computeIfAbsent(turn, _ -> new Turn(entry.sendId())).send().equals(entry.sendId());
  }

  private Map<String, Entry> entries(String lead) {
    return tables.mails.getOrDefault(lead, new HashMap<>());
  }

  private void put(Entry entry) {
    tables
        .mails
        .computeIfAbsent(entry.lead(), _ -> new LinkedHashMap<>())
        .put(entry.sendId(), entry);
  }
}
