package dev.trellis.aws.ses;

import java.time.Duration;

/** Time as it passes for whoever waits. */
interface Pauses {

  /** The time of this machine. */
  Pauses REAL =
      new Pauses() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
          try {
            Thread.sleep(duration);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops us need not wait
          }
        }
      };

  /** In nanoseconds since some instant. */
  long now();

  void sleep(Duration duration);
}
