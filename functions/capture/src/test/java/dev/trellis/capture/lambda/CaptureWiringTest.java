package dev.trellis.capture.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureWiringTest {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "LEAD_EVENTS_QUEUE", "https://sqs.example/lead-events",
          "PUBLIC_URL", "https://go.trellis.example",
          "PLAYBOOK", "../playbook/target/layer",
          "LINKS_SECRET", "secret",
          "PARTNERS_SECRET", "secret",
          "FORMER_SECRET", "none",
          "AWS_REGION", "eu-central-1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEAD_EVENTS_QUEUE",
        "PUBLIC_URL",
        "PLAYBOOK",
        "LINKS_SECRET",
        "PARTNERS_SECRET",
        "FORMER_SECRET",
        "AWS_REGION"
      })
  void aMissingVariableFailsTheColdStartByName(String name) {
    var variables = new HashMap<>(VARIABLES);
    variables.remove(name);
    assertThatThrownBy(() -> Environment.where(variables, Clock.systemUTC(), CaptureHandler::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(name + " must be set");
  }
}
