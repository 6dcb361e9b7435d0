package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.port.WorkQueues;
import dev.trellis.core.port.WorkQueues.Line;
import org.junit.jupiter.api.Test;

/** What the console may expect of any {@link WorkQueues}. */
abstract class WorkQueuesContract {

  /** One queue called {@code mails}, with so many messages. */
  abstract WorkQueues queues(int waiting, int deadLetters);

  @Test
  void countsWhatWaitsAndWhatFailed() {
    assertThat(queues(3, 2).all()).containsExactly(new Line("mails", 3, 0, 2));
  }

  @Test
  void bringsBackNoMoreThanIsAskedFor() {
    var queues = queues(0, 23);
    assertThat(queues.redrive("mails", 12)).isEqualTo(12);
    assertThat(queues.all()).containsExactly(new Line("mails", 12, 0, 11));
    assertThat(queues.redrive("mails", 100)).isEqualTo(11);
    assertThat(queues.redrive("mails", 100)).isZero();
    assertThat(queues.all()).containsExactly(new Line("mails", 23, 0, 0));
  }
}
