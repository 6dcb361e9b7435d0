package dev.trellis.nurture.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.aws.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NurtureWiringTest {

  private static final Map<String, Supplier<Object>> HANDLERS =
      Map.of(
          "journey", JourneyHandler::new,
          "tick", JourneyTickHandler::new,
          "dispatch", DispatchHandler::new,
          "feedback", FeedbackHandler::new,
          "preferences", PreferencesHandler::new);

  @ParameterizedTest
  @CsvSource({
    "journey, LEADS_TABLE TIMERS_TABLE SUPPRESSIONS_TABLE LEAD_EVENTS_QUEUE MAILS_QUEUE HANDOFFS_QUEUE"
        + " PLAYBOOK SECRET",
    "tick, LEADS_TABLE TIMERS_TABLE JOURNEY_SIGNALS_QUEUE MAILS_QUEUE PLAYBOOK",
    "dispatch, CONFIGURATION_SET PUBLIC_URL LEADS_TABLE SUPPRESSIONS_TABLE TIMERS_TABLE LEAD_EVENTS_QUEUE"
        + " PLAYBOOK LINKS_SECRET SECRET SENDER_DOMAIN MAIL_CONCURRENCY MAIL_SHARE_PERCENT",
    "feedback, LEADS_TABLE SUPPRESSIONS_TABLE TIMERS_TABLE LEAD_EVENTS_QUEUE SECRET"
        + " BOUNCE_LIMIT_PERCENT COMPLAINT_LIMIT_PERCENT",
    "preferences, LEADS_TABLE SUPPRESSIONS_TABLE LEAD_EVENTS_QUEUE PLAYBOOK LINKS_SECRET SECRET"
        + " FORMER_SECRET"
  })
  void aMissingVariableFailsTheColdStartByName(String handler, String needed) {
    for (var missing : needed.split(" ")) {
      var variables = new HashMap<String, String>();
      variables.put("AWS_REGION", "eu-central-1");
      for (var name : needed.split(" ")) {
        variables.put(name, "given");
      }
      variables.remove(missing);
      assertThatThrownBy(
              () -> Environment.where(variables, Clock.systemUTC(), HANDLERS.get(handler)))
          .hasMessage(missing + " must be set");
    }
  }
}
