package dev.trellis.memory;

import module java.base;

import dev.trellis.core.port.WorkQueues;

/** Queues in memory, whose messages nobody takes. */
public final class InMemoryWorkQueues implements WorkQueues {

  private final SortedMap<String, Line> lines = new TreeMap<>();

  public InMemoryWorkQueues(List<Line> lines) {
    lines.forEach(line -> this.lines.put(line.name(), line));
  }

  @Override
  public synchronized List<Line> all() {
    return List.copyOf(lines.values());
  }

  @Override
  public synchronized int redrive(String queue, int most) {
    var line = lines.get(queue);
    int moved = Math.min(most, line.deadLetters());
    lines.put(
        queue,
        new Line(queue, line.waiting() + moved, line.inFlight(), line.deadLetters() - moved));
    return moved;
  }
}
