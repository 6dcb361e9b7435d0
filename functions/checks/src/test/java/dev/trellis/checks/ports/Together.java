package dev.trellis.checks.ports;

import module java.base;

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
