package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.Timers;
import dev.trellis.memory.InMemoryTables.Due;

/** Timers in memory. */
public final class InMemoryTimers implements Timers {

  private final InMemoryTables tables;

  public InMemoryTimers(InMemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public void set(String owner, String lead, Instant dueAt) {
    var floor = dueAt.truncatedTo(ChronoUnit.MILLIS);
    var due = floor.equals(dueAt) ? dueAt : floor.plusMillis(1);
    synchronized (tables) {
      tables.timers.computeIfAbsent(owner, _ -> new TreeSet<>()).add(new Due(due, lead));
    }
  }

  @Override
  public Page due(String owner, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return new Page(List.of(), to);
    }
    synchronized (tables) {
      return new Page(
          tables
              .timers
              .getOrDefault(owner, new TreeSet<>())
              .subSet(Due.after(from), Due.after(to))
              .stream()
              .map(due -> new Timer(due.lead(), due.at()))
              .toList(),
          to);
    }
  }

  @Override
  public void forget(String owner, List<Timer> told) {
    synchronized (tables) {
      var all = tables.timers.getOrDefault(owner, new TreeSet<>());
      told.forEach(timer -> all.remove(new Due(timer.dueAt(), timer.lead())));
    }
  }

  @Override
  public Instant cursor(String owner) {
    synchronized (tables) {
      return tables.cursors.getOrDefault(owner, Instant.EPOCH);
    }
  }

  @Override
  public void moveCursor(String owner, Instant to) {
    synchronized (tables) {
      tables.cursors.put(owner, to);
    }
  }
}
