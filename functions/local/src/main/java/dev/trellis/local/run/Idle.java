package dev.trellis.local.run;

import module java.base;

import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.time.TimeMachine;

/** Tells when no message waits, is in flight or delayed, and no handler runs. */
public final class Idle implements TimeMachine.Quiet {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final SqsEmulator sqs;
  private final List<String> queues;
  private final Activity activity;

  /**
   * @param queues names of the queues that somebody works on; dead letters wait for people
   */
  public Idle(SqsEmulator sqs, List<String> queues, Activity activity) {
    this.sqs = sqs;
    this.queues = queues;
    this.activity = activity;
  }

  @Override
  public void await() throws TimeoutException, InterruptedException {
    await(PATIENCE);
  }

  /**
   * Waits for quiet.
   *
   * @throws TimeoutException if there is none in time
   */
  public void await(Duration patience) throws TimeoutException, InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (!isQuiet()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("still at work after " + patience.toSeconds() + " s");
      }
      Thread.sleep(PAUSE);
    }
  }

  // A message moves on from queue to queue while the queues are counted one by one, but only by way
  // of a handler: if none began meanwhile, the counts belong together.
  private boolean isQuiet() {
    long before = activity.beginnings();
    return !activity.isRunning()
        && queues.stream().allMatch(queue -> sqs.messages(queue) == 0)
        && !activity.isRunning()
        && activity.beginnings() == before;
  }
}
