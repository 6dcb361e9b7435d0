package dev.trellis.local.run;

import module java.base;

/** Counts what handlers do, so that "nothing is going on" can be told for certain. */
public final class Activity {

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong beginnings = new AtomicLong();

  /** Does a piece of work that is to be waited for. */
  public <T> T during(Callable<T> work) throws Exception {
    running.incrementAndGet();
    beginnings.incrementAndGet();
    try {
      return work.call();
    } finally {
      running.decrementAndGet();
    }
  }

  boolean isRunning() {
    return running.get() > 0;
  }

  long beginnings() {
    return beginnings.get();
  }
}
