package dev.trellis.checks.template;

import static dev.trellis.checks.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Test;

/** SES tells us what the table of its events gives a meaning to, and nothing else. */
class MailEventsTest {

  private static final String TABLE =
      "functions/nurture/src/test/resources/dev/trellis/nurture/ses/ses-events.jsonl";

  @Test
  void theTopicGetsTheTypesThatMeanSomething() throws IOException {
    var template = Template.read();
    var destination =
        map(
            template
                .all("AWS::SES::ConfigurationSetEventDestination")
                .getFirst()
                .properties()
                .get("EventDestination"));

    var types = Template.list(destination.get("MatchingEventTypes")).stream().map(String::valueOf);
    assertThat(types).containsExactlyInAnyOrderElementsOf(meaningful(template));
  }

  private static Set<String> meaningful(Template template) throws IOException {
    return Files.readAllLines(template.root().resolve(TABLE)).stream()
        .map(Json::parse)
        .filter(row -> row.get("kind") != null)
        .map(row -> type(map(row.get("event")).get("eventType").toString()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // "Rendering Failure" and "DeliveryDelay", as the template spells them.
  private static String type(String name) {
    var joined = Arrays.stream(name.split(" ")).collect(Collectors.joining());
    return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
  }
}
