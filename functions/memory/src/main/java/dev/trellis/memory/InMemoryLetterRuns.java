package dev.trellis.memory;

import dev.trellis.core.port.LetterRuns;
import java.util.List;
import java.util.Optional;

/** How far each letter is, in memory. */
public record InMemoryLetterRuns(InMemoryTables tables) implements LetterRuns {

  @Override
  public Optional<Run> find(String letter) {
    synchronized (tables) {
      return Optional.ofNullable(tables.letterRuns.get(letter));
    }
  }

  @Override
  public List<Run> all() {
    synchronized (tables) {
      return List.copyOf(tables.letterRuns.values());
    }
  }

  @Override
  public boolean save(Run run) {
    synchronized (tables) {
      var version = find(run.letter()).map(Run::version).orElse(0L);
      if (version != run.version()) {
        return false;
      }
      tables.letterRuns.put(run.letter(), run.nextVersion());
      return true;
    }
  }
}
