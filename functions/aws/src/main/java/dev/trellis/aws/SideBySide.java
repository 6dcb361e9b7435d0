package dev.trellis.aws;

import module java.base;

/** Makes requests side by side, so that many of them do not take many times as long as one. */
public final class SideBySide {

  /** As many connections as {@code http.maxConnections} of the template keeps open. */
  private static final int AT_ONCE = 16;

  private SideBySide() {}

  /**
   * The answers, in the order of what is asked.
   *
   * @throws RuntimeException the first failure, once every request has ended
   */
  public static <T, R> List<R> ask(Collection<T> all, Function<T, R> request) {
    if (all.size() <= 1) {
      return all.stream().map(request).toList();
    }
    var most = Math.min(all.size(), AT_ONCE);
    try (var threads = Executors.newFixedThreadPool(most, Thread.ofVirtual().factory())) {
      var asked =
          threads.invokeAll(
              all.stream().<Callable<R>>map(each -> () -> request.apply(each)).toList());
      return asked.stream().map(SideBySide::answer).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while requests were under way", e);
    }
  }

  private static <R> R answer(Future<R> asked) {
    if (asked.state() == Future.State.FAILED
        && asked.exceptionNow() instanceof RuntimeException failure) {
      throw failure;
    }
    return asked.resultNow();
  }
}
