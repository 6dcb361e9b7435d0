package dev.trellis.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.local.emulator.Ports;
import dev.trellis.local.emulator.SqsEmulator;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.LambdaFunction.QueueSource;
import dev.trellis.local.template.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(WorkHandler.LOCK)
class QueuePollerTest {

  private static final String DEAD = "arn:aws:sqs:ap-southeast-1:000000000000:Dead";
  private static final List<Queue> QUEUES =
      List.of(
          new Queue(
              "Work",
              "Work",
              Map.of("VisibilityTimeout", "60"),
              Optional.of(new Queue.Redrive(DEAD, 2))),
          new Queue("Dead", "Dead", Map.of(), Optional.empty()));

  @TempDir private Path folder;

  @Test
  void worksOffAQueueAndLeavesOnlyPoisonInTheDeadLetters() throws Exception {
    WorkHandler.DONE.clear();
    WorkHandler.POISON_RECEIVES.clear();
    try (var sqs = SqsEmulator.start(folder.resolve("queues"), Ports.free())) {
      sqs.create(QUEUES);
      sqs.send("Work", "one");
      sqs.send("Work", "poison");
      sqs.send("Work", "two");
    }

    // Started again: what was sent before is still there.
    try (var sqs = SqsEmulator.start(folder.resolve("queues"), Ports.free())) {
      sqs.create(QUEUES);
      var activity = new Activity();
      try (var runner =
          new FunctionRunner(
              List.of(function()), Map.of(), Supplier::get, sqs, Clock.systemUTC(), activity)) {
        runner.start();
        new Idle(sqs, List.of("Work"), activity).await(Duration.ofSeconds(30));

        assertThat(WorkHandler.DONE).containsExactlyInAnyOrder("one", "two");
        assertThat(WorkHandler.POISON_RECEIVES).containsExactly(1, 2);
        assertThat(sqs.messages("Dead")).isEqualTo(1);
      }
    }

    // And once more: what was received too often is no work any more, and is still kept.
    try (var sqs = SqsEmulator.start(folder.resolve("queues"), Ports.free())) {
      sqs.create(QUEUES);

      assertThat(sqs.messages("Work")).isZero();
      assertThat(sqs.messages("Dead")).isEqualTo(1);
    }
  }

  private static LambdaFunction function() {
    return new LambdaFunction(
        "WorkFunction",
        WorkHandler.class.getName(),
        new TreeMap<>(),
        Duration.ofSeconds(3),
        OptionalInt.empty(),
        List.of(),
        List.of(new QueueSource("Work", 10, true, 1)),
        List.of());
  }
}
