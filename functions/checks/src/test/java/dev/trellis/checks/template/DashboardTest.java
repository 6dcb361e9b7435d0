package dev.trellis.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.checks.template.Template.Call;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

/** One page shows what the alarms watch. */
class DashboardTest {

  private final Template template;
  private final String body;

  DashboardTest() throws IOException {
    template = Template.read();
    var dashboard = template.resource("Dashboard").properties();
    assertThat(dashboard).doesNotContainKey("DashboardName");
    body = (String) ((Call) dashboard.get("DashboardBody")).argument();
  }

  @Test
  void itIsJson() {
    assertThat((List<?>) Json.parse(body).get("widgets")).hasSizeBetween(8, 16);
  }

  @Test
  void everyQueueAndFunctionIsOnIt() {
    assertThat(template.all("AWS::SQS::Queue"))
        .allSatisfy(queue -> assertThat(body).contains("${" + queue.id() + ".QueueName}"));
    assertThat(template.all("AWS::Serverless::Function"))
        .filteredOn(function -> function.properties().containsKey("Events"))
        .allSatisfy(function -> assertThat(body).contains("${" + function.id() + "}"));
  }

  @Test
  void itShowsWhatAnAlarmCounts() {
    assertThat(template.all("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.properties().get("Namespace") instanceof Call)
        .hasSizeGreaterThan(5)
        .filteredOn(alarm -> !alarm.id().equals("RefusedByRouteAlarm"))
        .allSatisfy(
            alarm -> assertThat(body).contains("\"" + alarm.properties().get("MetricName") + "\""));
  }

  /** Those that the handlers count, with their delays. */
  @Test
  void itShowsWhatTheFunctionsCount() throws IOException {
    var counted = new TreeSet<String>();
    try (var files = Files.walk(template.root().resolve("functions"))) {
      for (var file : files.filter(f -> f.toString().contains("/src/main/java/")).toList()) {
        if (file.toString().endsWith(".java")) {
          Pattern.compile("Metrics\\.(count|done|lasts)\\(\"(\\w+)\"")
              .matcher(Files.readString(file))
              .results()
              .forEach(found -> {
                counted.add(found.group(2));
                if (found.group(1).equals("done")) {
                  counted.add(found.group(2) + "After");
                }
              });
        }
      }
    }
    assertThat(counted).contains("Accepted", "Stored", "Placed", "Mailed", "HandedOver");
    assertThat(counted).allSatisfy(name -> assertThat(body).contains("\"" + name + "\""));
  }
}
