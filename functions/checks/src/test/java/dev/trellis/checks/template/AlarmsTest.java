package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import module java.base;

import dev.trellis.aws.lambda.Log;
import dev.trellis.core.json.Json;
import dev.trellis.ops.Commands;
import dev.trellis.ops.Teller;
import dev.trellis.ops.aws.Stack;
import dev.trellis.scoring.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong without a dead letter is noticed all the same. */
class AlarmsTest {

  private static Template template;

  @BeforeAll
  static void readTemplate() throws IOException {
    template = Template.read();
  }

  @Test
  void aServerErrorInFrontOfAVisitorRaisesAnAlarm() {
    assertThat(template.resource("ApiServerErrorsAlarm").properties())
        .containsEntry("Namespace", "AWS/ApiGateway")
        .containsEntry("MetricName", "5xx")
        .containsEntry("Threshold", "0");
  }

  @Test
  void aWarningInTheLogRaisesAnAlarm() {
    var filter = template.resource("WarningsMetric").properties();
    var alarm = template.resource("WarningsAlarm").properties();

    assertThat(filter.get("FilterPattern")).isEqualTo("{ $.level = \"" + warningLevel() + "\" }");
    assertThat(transformation(filter).get("MetricName")).isEqualTo(alarm.get("MetricName"));
    assertThat(transformation(filter).get("MetricNamespace")).isEqualTo(alarm.get("Namespace"));
  }

  /** The words of nurture's log, which its HandlersTest sees it write. */
  @ParameterizedTest
  @CsvSource({"SendingStopped, sending stopped", "MailsRefused, mail refused"})
  void mailsThatDoNotGoRaiseAnAlarm(String name, String what) {
    var filter = template.resource(name + "Metric").properties();
    var alarm = template.resource(name + "Alarm").properties();

    assertThat(filter.get("FilterPattern")).isEqualTo("{ $.what = \"" + what + "\" }");
    assertThat(transformation(filter).get("MetricName")).isEqualTo(alarm.get("MetricName"));
    assertThat(transformation(filter).get("MetricNamespace")).isEqualTo(alarm.get("Namespace"));
  }

  /** Lines that a function or the API writes for other reasons, which an alarm counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NotAnswered | NotAnsweredAlarm | { $.what = \"not answered\" }",
        "RefusedByRoute | RefusedByRouteAlarm | { $.status = \"429\" }",
      })
  void whatGrowsInTheLogRaisesAnAlarm(String metric, String name, String pattern) {
    var filter = template.resource(metric + "Metric").properties();
    var alarm = template.resource(name).properties();

    assertThat(filter.get("FilterPattern")).isEqualTo(pattern);
    assertThat(transformation(filter).get("MetricName")).isEqualTo(alarm.get("MetricName"));
    assertThat(transformation(filter).get("MetricNamespace")).isEqualTo(alarm.get("Namespace"));
  }

  @Test
  void aQuarantineThatGrowsRaisesAnAlarm() {
    var filter = template.resource("QuarantinedMetric").properties();
    var refused = "{ $.what = \"taken\" && $.result = \"" + Result.REFUSED + "\" }";
    assertThat(filter).containsEntry("FilterPattern", refused);
    assertThat(template.resource("QuarantineAlarm").properties())
        .containsEntry("MetricName", (String) transformation(filter).get("MetricName"))
        .containsEntry("Period", "3600");
  }

  @Test
  void everyFunctionThatWorksOnAQueueRaisesAnAlarmWhenItFailsOrFindsNoCallFree() {
    var consumers = template.events("SQS").stream().map(event -> event.function().id()).toList();
    assertThat(consumers)
        .hasSize(6)
        .allSatisfy(consumer -> {
          var alarm = template.resource(consumer.replaceFirst("Function$", "ErrorsAlarm"));
          var inside = Template.inside(alarm.properties()).toList();
          assertThat(inside).contains("Errors", new Template.Call("Ref", consumer));
          // A CRM that does not answer fails messages, whatever the version.
          assertThat(inside.contains(new Template.Call("Sub", "Failed in ${" + consumer + "}")))
              .isEqualTo(!consumer.equals("CrmHandoffFunction"));
        });
    assertThat(watched("ConsumerThrottlesAlarm", "Throttles")).hasSameElementsAs(consumers);
  }

  @Test
  void whoeverWaitsForAnAnswerOrComesEachMinuteRaisesAnAlarmWithoutACallFree() {
    var others =
        Stream.of("HttpApi", "ScheduleV2")
            .flatMap(type -> template.events(type).stream())
            .map(event -> event.function().id())
            .distinct()
            .toList();
    assertThat(watched("VisitorThrottlesAlarm", "Throttles")).hasSameElementsAs(others);
  }

  @Test
  void everyTickThatIsMissingRaisesAnAlarm() {
    assertThat(template.events("ScheduleV2"))
        .allSatisfy(event -> {
          var name = event.function().id().replace("Function", "SilenceAlarm");
          assertThat(template.resource(name).properties())
              .containsEntry("MetricName", "Invocations")
              .containsEntry("TreatMissingData", "breaching");
        });
  }

  @ParameterizedTest
  @CsvSource({"Bounce, 0.02", "Complaint, 0.0008"})
  void theReputationOfTheAccountRaisesAnAlarmBeforeSesReviewsIt(String what, String threshold) {
    assertThat(template.resource(what + "RateAlarm").properties())
        .containsEntry("Namespace", "AWS/SES")
        .containsEntry("MetricName", "Reputation." + what + "Rate")
        .containsEntry("ComparisonOperator", "GreaterThanOrEqualToThreshold")
        .containsEntry("Threshold", threshold)
        .doesNotContainKey("Dimensions");
  }

  /** 900 s in line are no alarm while half a mail a second goes: SES's slowest pace is one. */
  @Test
  void mailsThatWaitNoLongerThanTheirPaceExplainsRaiseNoAlarm() {
    var alarm = template.resource("MailsAgeAlarm").properties();
    assertThat(Template.inside(alarm))
        .contains("IF((age > 900 AND FILL(gone, 0) < 150) OR age > 14400, 1, 0)")
        .contains("ApproximateAgeOfOldestMessage", "NumberOfMessagesDeleted", "300");
  }

  /** What a tick tells each minute as long as a mail waits, which nurture's HandlersTest sees. */
  @Test
  void mailsThatWaitForTheAccountRaiseAnAlarmAndOneThatIsStoppedStaysInIt() {
    var alarm = template.resource("MailsWaitingAlarm").properties();
    assertThat(Template.inside(alarm))
        .contains("IF((age > 3600 AND FILL(gone, 0) < 150) OR age > 86400, 1, 0)")
        .contains("MailsWaitingSeconds", "Mailed", "300");
    assertThat(template.resource("SendingStoppedAlarm").properties())
        .as("longer than between two ticks")
        .containsEntry("Period", "300")
        .containsEntry("Statistic", "Sum")
        .containsEntry("Threshold", "0");
  }

  private static List<String> watched(String alarm, String metric) {
    var metrics = (List<?>) template.resource(alarm).properties().get("Metrics");
    assertThat(metrics.size() - 1).as("CloudWatch takes ten in one alarm").isLessThanOrEqualTo(10);
    assertThat(Template.inside(metrics)).contains("SUM(METRICS())");
    return Template.inside(metrics)
        .filter(value -> value instanceof Map<?, ?> map && metric.equals(map.get("MetricName")))
        .flatMap(value -> Template.inside(((Map<?, ?>) value).get("Dimensions")))
        .filter(Template.Call.class::isInstance)
        .flatMap(call -> ((Template.Call) call).names())
        .toList();
  }

  /** Whoever is woken by one finds what it means and what to say. */
  @Test
  void everyAlarmHasASectionWithACommand() throws IOException {
    var sections = sections();
    for (var alarm : template.all("AWS::CloudWatch::Alarm")) {
      assertThat(sections)
          .as(alarm.id())
          .filteredOn(section -> section.contains("`" + alarm.id() + "`"))
          .singleElement(STRING)
          .hasSizeGreaterThan(200)
          .containsPattern("(?s)```\\n.+\\n```");
    }
  }

  @Test
  void everyIncidentHasACommandAndEveryCommandIsTaken() throws IOException {
    assertThat(sections("Incidents"))
        .hasSizeGreaterThan(8)
        .allSatisfy(section -> assertThat(commands(section)).as(section).isNotEmpty());
    assertThat(sections().stream().flatMap(section -> commands(section).stream()))
        .hasSizeGreaterThan(20)
        .allSatisfy(command -> assertThat(refusal(command)).as(command).isEmpty());
    assertThat(refusal("cancel")).startsWith("say:");
    assertThat(refusal("redirve")).startsWith("there is no command");
  }

  private static List<String> commands(String section) {
    return Pattern.compile("(?s)```\\n(.+?)\\n```")
        .matcher(section)
        .results()
        .flatMap(fence -> fence.group(1).lines())
        .map(line -> line.replaceFirst("\\s+#.*", ""))
        .toList();
  }

  /** What the tool says to a line that is none of its own. There is no stack to do it to. */
  private static String refusal(String line) {
    if (line.startsWith("aws ")) {
      return line.matches("aws( [a-z0-9-]+){2}( .+)?") ? "" : "no call of the AWS CLI";
    }
    try {
      var nowhere = new PrintStream(OutputStream.nullOutputStream());
      new Commands(Stack.NONE).run(line, new Teller("en", nowhere));
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage().matches("(say:|there is no command).*") ? e.getMessage() : "";
    } catch (NullPointerException | NoSuchElementException | IllegalStateException noStack) {
      return "";
    }
  }

  @Test
  void everyCommandIsInTheManual() throws IOException {
    var help = new ByteArrayOutputStream();
    new Commands(Stack.NONE).run("help", new Teller("en", new PrintStream(help)));
    var names =
        help.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.split(" ")[0])
            .toList();
    assertThat(names).contains("redrive", "pause");
    var said = new TreeSet<String>();
    for (var section : sections()) {
      Pattern.compile("```\\n(\\S+)").matcher(section).results().forEach(m -> said.add(m.group(1)));
    }
    said.removeAll(Set.of("aws", "mvn"));
    assertThat(names).containsAll(said);
    assertThat(said).hasSizeGreaterThan(5);
    var manual = Files.readString(template.root().resolve("infra/README.md"));
    assertThat(names).allSatisfy(name -> assertThat(manual).contains("`" + name));
  }

  /** What stands under the headings of alarms and incidents. */
  private static List<String> sections() throws IOException {
    return sections("Alarms|Incidents");
  }

  private static List<String> sections(String headings) throws IOException {
    var manual = Files.readString(template.root().resolve("infra/README.md"));
    return Pattern.compile("(?m)^## (" + headings + ")$")
        .splitAsStream(manual)
        .skip(1)
        .map(part -> part.split("\n## ", 2)[0])
        .flatMap(part -> Arrays.stream(part.split("\n### ")).skip(1))
        .toList();
  }

  private static Map<?, ?> transformation(Map<String, Object> filter) {
    return (Map<?, ?>) ((List<?>) filter.get("MetricTransformations")).getFirst();
  }

  /** What a warning of ours really looks like. */
  private static Object warningLevel() {
    var out = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      Log.warn("something");
    } finally {
      System.setOut(out);
    }
    return Json.parse(caught.toString(StandardCharsets.UTF_8)).get("level");
  }
}
