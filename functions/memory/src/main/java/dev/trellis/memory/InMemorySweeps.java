package dev.trellis.memory;

import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.sweep.Sweeps;
import java.util.Optional;

/** Sweeps in memory. */
public record InMemorySweeps(InMemoryTables tables) implements Sweeps {

  private static final int PAGE = 10;

  @Override
  public Optional<Progress> progress(String owner) {
    synchronized (tables) {
      return Optional.ofNullable(tables.sweeps.get(owner));
    }
  }

  @Override
  public void save(String owner, Progress progress) {
    synchronized (tables) {
      tables.sweeps.put(owner, progress);
    }
  }

  @Override
  public Page page(String from) {
    synchronized (tables) {
      var left = tables.leads.tailMap(from, false);
      var page = left.values().stream().limit(PAGE).toList();
      return new Page(
          page.stream().filter(LeadRecord::isLiving).map(LeadRecord::lead).toList(),
          page.size() == left.size() ? null : page.getLast().lead());
    }
  }
}
