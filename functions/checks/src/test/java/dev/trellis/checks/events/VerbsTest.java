package dev.trellis.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.ClientSettings;
import dev.trellis.aws.Environment;
import dev.trellis.checks.template.DeployedFunction;
import org.junit.jupiter.api.Test;

/** What the functions ask of AWS when the sample events come is what their roles allow. */
class VerbsTest {

  /**
   * What no sample comes to: merges, erasures and rare cases of scoring, keys of before, timers and
   * hand-offs of other playbooks, mails that waited. Whatever else a role allows is asked for here.
   */
  private static final Map<String, String> NOT_SAMPLED =
      Map.ofEntries(
          Map.entry("CaptureFunction", "GetSecretValue FORMER_SECRET"),
          Map.entry(
              "ScoringFunction",
              "BatchGetItem LEADS_TABLE, BatchGetItem QUARANTINE_TABLE, BatchWriteItem LEADS_TABLE,"
                  + " ConditionCheckItem ACCOUNTS_TABLE, ConditionCheckItem IDENTITIES_TABLE,"
                  + " ConditionCheckItem LEADS_TABLE,"
                  + " DeleteItem ACCOUNTS_TABLE, DeleteItem IDENTITIES_TABLE,"
                  + " DeleteItem LEADS_TABLE, DeleteItem QUARANTINE_TABLE,"
                  + " GetItem IDENTITIES_TABLE, Query ACCOUNTS_TABLE, Query LEADS_TABLE,"
                  + " Scan QUARANTINE_TABLE, SendMessage HANDOFFS_QUEUE,"
                  + " SendMessage LEAD_EVENTS_QUEUE"),
          Map.entry(
              "ScoringRekeyFunction",
              "DeleteItem IDENTITIES_TABLE, GetItem IDENTITIES_TABLE, PutItem IDENTITIES_TABLE"),
          Map.entry("PoolsFunction", "DeleteItem LEADS_TABLE, SendMessage LEAD_EVENTS_QUEUE"),
          Map.entry("PoolsTickFunction", ""),
          Map.entry(
              "NurtureFunction",
              "GetSecretValue SECRET, PutItem SUPPRESSIONS_TABLE, PutItem TIMERS_TABLE,"
                  + " SendMessage HANDOFFS_QUEUE, UpdateItem TIMERS_TABLE"),
          Map.entry(
              "NurtureTickFunction",
              "BatchGetItem LEADS_TABLE, Query LEADS_TABLE, SendMessage MAILS_QUEUE"),
          Map.entry(
              "NurtureDispatchFunction",
              "GetItem LEADS_TABLE, PutItem TIMERS_TABLE, UpdateItem TIMERS_TABLE"),
          Map.entry("NurtureFeedbackFunction", "DeleteItem SUPPRESSIONS_TABLE"),
          Map.entry("NurturePreferencesFunction", "DeleteItem SUPPRESSIONS_TABLE"),
          Map.entry(
              "ConsoleFunction",
              "BatchGetItem QUARANTINE_TABLE, "
                  + "DeleteMessage HANDOFFS_DEAD_LETTERS, "
                  + "DeleteMessage JOURNEY_SIGNALS_DEAD_LETTERS, "
                  + "DeleteMessage LEAD_EVENTS_DEAD_LETTERS, "
                  + "DeleteMessage MAILS_DEAD_LETTERS, "
                  + "DeleteMessage MAIL_FEEDBACK_DEAD_LETTERS, "
                  + "PutItem GROUPS_TABLE, "
                  + "PutItem TIMERS_TABLE, "
                  + "ReceiveMessage HANDOFFS_DEAD_LETTERS, "
                  + "ReceiveMessage JOURNEY_SIGNALS_DEAD_LETTERS, "
                  + "ReceiveMessage LEAD_EVENTS_DEAD_LETTERS, "
                  + "ReceiveMessage MAILS_DEAD_LETTERS, "
                  + "ReceiveMessage MAIL_FEEDBACK_DEAD_LETTERS, "
                  + "SendMessage HANDOFFS_QUEUE, "
                  + "SendMessage JOURNEY_SIGNALS_QUEUE"),
          Map.entry("CrmFunction", "GetSecretValue FORMER_SECRET, GetSecretValue PARTNERS_SECRET"),
          Map.entry(
              "CrmHandoffFunction",
              "GetSecretValue FORMER_SECRET, GetSecretValue PARTNERS_SECRET"));

  @Test
  void everyRoleAllowsWhatItsFunctionAsksAndNotMuchElse() throws Exception {
    var asked = new TreeMap<String, Set<String>>();
    for (var sample : SampleEvents.all()) {
      var function = DeployedFunction.of(sample.handler());
      asked.computeIfAbsent(function.id(), _ -> new TreeSet<>()).addAll(asked(sample, function));
    }
    for (var function : DeployedFunction.all()) {
      var allowed = function.allowed();
      assertThat(allowed).as(function.id()).containsAll(asked.get(function.id()));
      allowed.removeAll(asked.get(function.id()));
      assertThat(allowed.stream().map(verb -> verb.split(":")[1]).sorted().toList())
          .as("what no sample of %s asks", function)
          .isEqualTo(
              Stream.of(NOT_SAMPLED.get(function.id()).split(", "))
                  .filter(verb -> !verb.isEmpty())
                  .toList());
    }
  }

  private static Set<String> asked(SampleEvent sample, DeployedFunction function) throws Exception {
    try (var installation = new Installation(Keys.signing(sample))) {
      var now = sample.at();
      var clock = Clock.fixed(now, ZoneOffset.UTC);
      if (sample.after() != null) {
        var before = SampleEvents.named(sample.after());
        before.given().in(installation, now);
        var vars = installation.variables(DeployedFunction.of(before.handler()).variables());
        var handler =
            Environment.where(vars, clock, () -> SampleEventsTest.construct(before.handler()));
        handler.handleRequest(SampleEventsTest.read(before, now), null);
      }
      sample.given().in(installation, now);
      var variables = installation.variables(function.variables());
      var names = new HashMap<String, String>();
      function.variables().forEach(name -> names.put(variables.get(name), name));
      var verbs = new Verbs(names);
      var handler =
          ClientSettings.passing(
              verbs,
              () ->
                  Environment.where(
                      variables, clock, () -> SampleEventsTest.construct(sample.handler())));
      handler.handleRequest(SampleEventsTest.read(sample, now), null);
      return verbs.asked();
    }
  }
}
