package dev.trellis.memory;

import dev.trellis.core.port.Groups;
import java.util.List;

/** Groups in memory. */
public record InMemoryGroups(InMemoryTables tables) implements Groups {

  @Override
  public List<Group> all() {
    synchronized (tables) {
      return List.copyOf(tables.groups.values());
    }
  }

  @Override
  public boolean save(Group group) {
    synchronized (tables) {
      var id = group.audience().id();
      var stored = tables.groups.get(id);
      if ((stored == null ? 0 : stored.version()) != group.version()) {
        return group.nextVersion().equals(stored);
      }
      tables.groups.put(id, group.nextVersion());
      return true;
    }
  }
}
