package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.Timers;

/**
 * Timers as if everything since an instant were still to be told of; where the ticks stand stays.
 */
final class TimersSince implements Timers {

  private final Timers timers;
  private final Instant since;
  private final Map<String, Instant> cursors = new HashMap<>();

  TimersSince(Timers timers, Instant since) {
    this.timers = timers;
    this.since = since;
  }

  @Override
  public void set(String owner, String lead, Instant dueAt) {
    timers.set(owner, lead, dueAt);
  }

  @Override
  public Page due(String owner, Instant from, Instant to) {
    return timers.due(owner, from, to);
  }

  @Override
  public void forget(String owner, List<Timer> told) {
    timers.forget(owner, told);
  }

  @Override
  public Instant cursor(String owner) {
    return cursors.getOrDefault(owner, since);
  }

  @Override
  public void moveCursor(String owner, Instant to) {
    cursors.put(owner, to);
  }
}
