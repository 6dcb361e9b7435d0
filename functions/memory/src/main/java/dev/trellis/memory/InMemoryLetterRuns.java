package dev.trellis.memory;

import dev.trellis.core.port.LetterRuns;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

  @Override
  public void count(String letter, Count what) {
    synchronized (tables) {
      tables.letterCounts.computeIfAbsent(letter, _ -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }
  }

  @Override
  public void countIfSent(String journey, Count what) {
    synchronized (tables) {
      if (tables.letterCounts.containsKey(journey)) {
        count(journey, what);
      }
    }
  }

  @Override
  public SortedMap<Count, Long> counted(String letter) {
    synchronized (tables) {
      return new TreeMap<>(tables.letterCounts.getOrDefault(letter, new TreeMap<>()));
    }
  }
}
