package dev.trellis.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.template.LambdaFunction;
import dev.trellis.local.template.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(WorkHandler.LOCK)
class RunningFunctionTest {

  @Test
  void readsEventsAndWritesAnswersAsLambdaDoes() throws Exception {
    var function = start(WorkHandler.class.getName());
    var event =
        """
        {"Records": [
          {"messageId": "1", "body": "good", "attributes": {"ApproximateReceiveCount": "1"}},
          {"messageId": "2", "body": "poison", "attributes": {"ApproximateReceiveCount": "3"}}]}
        """;

    var answer = function.invoke(event.getBytes(StandardCharsets.UTF_8));

    assertThat(Json.parse(new String(answer, StandardCharsets.UTF_8)))
        .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "2"))));
    assertThat(WorkHandler.POISON_RECEIVES).contains(3);
  }

  @Test
  void failsAtOnceWithoutTheClass() {
    assertThatThrownBy(() -> start("dev.trellis.Missing"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Some names the handler dev.trellis.Missing, which does not exist");
  }

  @Test
  void failsAtOnceWithoutAVariable() {
    assertThatThrownBy(() -> start(EchoHandler.class.getName()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Some does not start: GREETING must be set");
  }

  @Test
  void failsAtOnceForAClassThatIsNoHandler() {
    assertThatThrownBy(() -> start("java.lang.String"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("cannot be started");
  }

  private static RunningFunction start(String handler) {
    var function =
        new LambdaFunction(
            "Some",
            handler,
            new TreeMap<>(),
            Duration.ofSeconds(3),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            List.of());
    return RunningFunction.start(
        function, Map.of(), Supplier::get, Clock.systemUTC(), new Activity());
  }
}
