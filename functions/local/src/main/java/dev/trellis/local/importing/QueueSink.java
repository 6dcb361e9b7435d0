package dev.trellis.local.importing;

import module java.base;

import dev.trellis.aws.sqs.SqsQueue;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.imports.LeadEventsSink;
import dev.trellis.imports.file.ImportException;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.run.Idle;
import dev.trellis.local.template.Queue;

/** The queue of lead events on this machine, and the quiet after it. */
public final class QueueSink implements LeadEventsSink {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final SqsEmulator sqs;
  private final String queue;
  private final String deadLetters;
  private final Idle idle;
  private final SqsQueue<LeadEvent> events;
  private volatile boolean stopped;

  public QueueSink(SqsEmulator sqs, Queue queue, Idle idle) {
    this.sqs = sqs;
    this.queue = queue.name();
    this.deadLetters = queue.redrive().map(Queue.Redrive::deadLetters).orElse(queue.name());
    this.idle = idle;
    this.events = new SqsQueue<>(sqs.client(), sqs.queueUrl(queue.name()));
  }

  // Ten to a request, as SQS takes them.
  @Override
  public void handle(List<LeadEvent> chunk) throws InterruptedException {
    if (stopped) {
      throw new ImportException("stopped half way. Started again, the import goes on where it is");
    }
    events.send(chunk);
    try {
      awaitTaken();
      idle.await(PATIENCE);
    } catch (TimeoutException e) {
      throw new ImportException(
          "the functions do not get done with what was sent: see their messages above. Started again, the import goes on where it is",
          e);
    }
  }

  /** Takes nothing more. */
  void stop() {
    stopped = true;
  }

  @Override
  public long failed() {
    return sqs.messages(deadLetters);
  }

  // Asking every queue all the time would only slow them down: first this one is emptied.
  private void awaitTaken() throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (sqs.messages(queue) > 0) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("events still wait");
      }
      Thread.sleep(PAUSE);
    }
  }
}
