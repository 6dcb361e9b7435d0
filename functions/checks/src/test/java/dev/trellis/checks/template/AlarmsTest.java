package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.lambda.Log;
import dev.trellis.core.json.Json;
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
