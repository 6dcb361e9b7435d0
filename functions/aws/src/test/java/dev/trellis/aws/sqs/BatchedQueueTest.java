package dev.trellis.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchedQueueTest {

  private final List<List<String>> requests = new ArrayList<>();
  private final BatchedQueue<String> queue = new BatchedQueue<>(requests::add);

  @Test
  void nothingIsSentBeforeTheEndOfTheBatch() {
    queue.send("one");
    assertThat(requests).isEmpty();
  }

  @Test
  void aBatchIsSentTogether() {
    queue.send("one");
    queue.send(List.of("two", "three"));
    queue.sendAll();
    assertThat(requests).containsExactly(List.of("one", "two", "three"));
  }

  @Test
  void whatWasSentIsNotSentAgain() {
    queue.send("one");
    queue.sendAll();
    queue.sendAll();
    assertThat(requests).hasSize(1);
  }

  @Test
  void aFailureIsTheBatchesOwn() {
    var broken =
        new BatchedQueue<String>(_ -> {
          throw new MessageNotSentException("no");
        });
    broken.send("one");
    assertThatThrownBy(broken::sendAll).isInstanceOf(MessageNotSentException.class);
    broken.sendAll(); // the batch comes again and sends for itself
  }
}
