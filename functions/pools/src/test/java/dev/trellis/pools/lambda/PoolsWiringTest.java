package dev.trellis.pools.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolsWiringTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEADS_TABLE",
        "TIMERS_TABLE",
        "JOURNEY_SIGNALS_QUEUE",
        "LEAD_EVENTS_QUEUE",
        "GROUPS_TABLE",
        "PLAYBOOK"
      })
  void aMissingVariableFailsTheColdStartOfPoolsByName(String missing) {
    var all =
        List.of(
            "LEADS_TABLE",
            "TIMERS_TABLE",
            "JOURNEY_SIGNALS_QUEUE",
            "LEAD_EVENTS_QUEUE",
            "GROUPS_TABLE",
            "PLAYBOOK");
    assertFailsWithout(missing, all, PoolsHandler::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEADS_TABLE",
        "TIMERS_TABLE",
        "PROFILE_UPDATES_QUEUE",
        "GROUPS_TABLE",
        "PLAYBOOK"
      })
  void aMissingVariableFailsTheColdStartOfTheTickByName(String missing) {
    assertFailsWithout(
        missing,
        List.of("LEADS_TABLE", "TIMERS_TABLE", "PROFILE_UPDATES_QUEUE", "GROUPS_TABLE", "PLAYBOOK"),
        PoolsTickHandler::new);
  }

  private static void assertFailsWithout(String missing, List<String> all, Supplier<?> handler) {
    Map<String, String> variables = new HashMap<>();
    all.forEach(name -> variables.put(name, "x"));
    variables.remove(missing);

    assertThatThrownBy(() -> Environment.where(variables, Clock.systemUTC(), handler))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(missing + " must be set");
  }
}
