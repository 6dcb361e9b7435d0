package dev.trellis.crm.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmWiringTest {

  private static final Map<String, String> ALL =
      Map.of(
          "LEADS_TABLE", "leads",
          "LEAD_EVENTS_QUEUE", "https://queue.example",
          "PLAYBOOK", "../playbook/target/layer",
          "PARTNERS_SECRET", "secret",
          "FORMER_SECRET", "none",
          "CRM_URL", "https://crm.example.com/hook",
          "PUBLIC_URL", "https://trellis.example");

  @ParameterizedTest
  @ValueSource(strings = {"LEAD_EVENTS_QUEUE", "PLAYBOOK", "PARTNERS_SECRET", "FORMER_SECRET"})
  void aMissingVariableFailsTheColdStartOfTheWebhookByName(String missing) {
    assertFailsWithout(missing, CrmWebhookHandler::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEADS_TABLE",
        "LEAD_EVENTS_QUEUE",
        "PLAYBOOK",
        "PARTNERS_SECRET",
        "FORMER_SECRET",
        "CRM_URL",
        "PUBLIC_URL"
      })
  void aMissingVariableFailsTheColdStartOfTheHandOffByName(String missing) {
    assertFailsWithout(missing, HandoffHandler::new);
  }

  private static void assertFailsWithout(String missing, Supplier<?> handler) {
    var variables = new HashMap<>(ALL);
    variables.remove(missing);

    assertThatThrownBy(() -> Environment.where(variables, Clock.systemUTC(), handler))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(missing + " must be set");
  }
}
