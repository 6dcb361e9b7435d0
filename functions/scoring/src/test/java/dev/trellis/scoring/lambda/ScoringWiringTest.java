package dev.trellis.scoring.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringWiringTest {

  private static final List<String> VARIABLES =
      List.of(
          "SECRET",
          "LEADS_TABLE",
          "IDENTITIES_TABLE",
          "QUARANTINE_TABLE",
          "ACCOUNTS_TABLE",
          "PLAYBOOK",
          "PROFILE_UPDATES_QUEUE",
          "JOURNEY_SIGNALS_QUEUE",
          "LEAD_EVENTS_QUEUE",
          "HANDOFFS_QUEUE");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET",
        "LEADS_TABLE",
        "IDENTITIES_TABLE",
        "QUARANTINE_TABLE",
        "ACCOUNTS_TABLE",
        "PLAYBOOK",
        "PROFILE_UPDATES_QUEUE",
        "JOURNEY_SIGNALS_QUEUE",
        "LEAD_EVENTS_QUEUE",
        "HANDOFFS_QUEUE"
      })
  void aMissingVariableFailsTheColdStartByName(String missing) {
    var variables = new HashMap<String, String>();
    VARIABLES.forEach(name -> variables.put(name, "x"));
    variables.put("PLAYBOOK", "../playbook/target/layer");
    variables.remove(missing);

    assertThatThrownBy(() -> Environment.where(variables, Clock.systemUTC(), ScoringHandler::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(missing + " must be set");
  }
}
