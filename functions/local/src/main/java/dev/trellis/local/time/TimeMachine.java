package dev.trellis.local.time;

import module java.base;

/**
 * Moves the clock from one due instant to the next and lets everything happen there, so that weeks
 * pass in seconds and nothing happens a minute early or late.
 */
public final class TimeMachine {

  private final VirtualClock clock;
  private final Timetable timetable;
  private final Runnable ticks;
  private final Quiet quiet;
  private final Runnable tidying;
  private final ReentrantLock moving = new ReentrantLock();

  /**
   * @param ticks runs each scheduled handler once
   * @param tidying leaves nothing on disk of what is done with
   */
  public TimeMachine(
      VirtualClock clock, Timetable timetable, Runnable ticks, Quiet quiet, Runnable tidying) {
    this.clock = clock;
    this.timetable = timetable;
    this.ticks = ticks;
    this.quiet = quiet;
    this.tidying = tidying;
  }

  /** Waits until all work is done. */
  @FunctionalInterface
  public interface Quiet {
    void await() throws TimeoutException, InterruptedException;
  }

  /** Where the clock stands after a move, and how often the scheduled handlers ran on the way. */
  public record Moved(Instant now, int ticks) {}

  /**
   * Moves the clock forward and answers when all is quiet.
   *
   * @throws TimeoutException if work does not end; the clock then stays where it is
   */
  public Moved advance(Span span) throws TimeoutException, InterruptedException {
    moving.lockInterruptibly();
    try {
      clock.hold();
      return advanceTo(span.after(clock.instant()));
    } finally {
      clock.release();
      moving.unlock();
    }
  }

  /** The tick of a minute of real time; left out while the clock is being moved. */
  public void minute() {
    if (moving.tryLock()) {
      try {
        ticks.run();
        tidying.run();
      } finally {
        moving.unlock();
      }
    }
  }

  private Moved advanceTo(Instant goal) throws TimeoutException, InterruptedException {
    int count = 0;
    while (true) {
      quiet.await();
      ticks.run();
      count++;
      quiet.await();
      var now = clock.instant();
      if (!now.isBefore(goal)) {
        tidying.run();
        return new Moved(now, count);
      }
      var next = timetable.next(now, goal).orElse(goal);
      timetable.nothingBetween(now, next);
      clock.jump(next);
    }
  }
}
