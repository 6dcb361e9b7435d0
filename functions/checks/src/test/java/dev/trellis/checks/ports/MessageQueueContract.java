package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.json.Json;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What senders may expect of any {@link MessageQueue}. */
abstract class MessageQueueContract {

  /** A new queue, seen from both ends. */
  interface Line {
    MessageQueue<ProfileUpdated> in();

    /** Waits for so many messages, within reason, and returns what came. */
    List<String> receive(int count);
  }

  private final Line line = line();

  abstract Line line();

  @Test
  void carriesOneMessage() {
    var message = message(0, "e-1");
    line.in().send(message);
    assertThat(line.receive(1)).containsExactly(Json.write(message));
  }

  @Test
  void carriesMoreMessagesThanFitIntoOneRequest() {
    var messages = IntStream.range(0, 25).mapToObj(i -> message(i, "e-" + i)).toList();
    line.in().send(messages);
    assertThat(line.receive(25))
        .containsExactlyInAnyOrderElementsOf(messages.stream().map(Json::write).toList());
  }

  @Test
  void carriesMoreBytesThanFitIntoOneRequest() {
    var messages = IntStream.range(0, 4).mapToObj(i -> message(i, "中".repeat(33_000))).toList();
    line.in().send(messages);
    assertThat(line.receive(4))
        .containsExactlyInAnyOrderElementsOf(messages.stream().map(Json::write).toList());
  }

  @Test
  void sendsNothingIfThereIsNothingToSend() {
    line.in().send(List.of());
    line.in().send(message(1, "only"));
    assertThat(line.receive(1)).hasSize(1);
  }

  private static ProfileUpdated message(int index, String event) {
    return new ProfileUpdated("L" + index, index + 1, event, Sample.NOON);
  }
}
