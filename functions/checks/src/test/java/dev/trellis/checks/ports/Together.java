package dev.trellis.checks.ports;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does the same in many threads that start at the same moment. */
final class Together {

  private static final int LIMIT_SECONDS = 300;

  private Together() {}

  /** What one of the threads does. */
  interface Part {
    void run(int index) throws Exception;
  }

  static void run(int threads, Part part) throws Exception {
    var start = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Void>>();
      for (int i = 0; i < threads; i++) {
        int index = i;
        Callable<Void> task =
            () -> {
              start.await();
              part.run(index);
              return null;
            };
        running.add(executor.submit(task));
      }
      start.countDown();
      for (var future : running) {
        future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}
