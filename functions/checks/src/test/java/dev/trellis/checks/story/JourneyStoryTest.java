package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People on their way through the journeys, and what a changed journey would do to them. */
class JourneyStoryTest extends TownStory {

  private static final Path HIGH_VALUE = Path.of("../../infra/playbook/journeys/high-value.yaml");

  private String lead;

  @BeforeAll
  void register() throws Exception {
    var answers = Map.of("mobile", "13800138031", "need", "lead-scoring", "plan", "no-plan");
    town.register("way@example.cn", answers);
    lead = town.lead("way@example.cn").at("id").text();
  }

  @Test
  void journeysAreListedWithWhoIsUnderWayAndDrawn() throws Exception {
    var list = town.json("/local/journeys").toString();
    assertThat(list).contains("high-value", "/journeys/high-value.svg", "completed");
    var step = waiting("high-value");
    var people = town.json("/local/journeys/high-value/waiting?step=" + step);
    assertThat(people.at("leads").list()).hasSize(1);
    assertThat(people.at("leads", 0, "id").text()).isEqualTo(lead);
    var visitor = town.visitor("en");
    assertThat(town.html("/local/journeys/high-value/waiting?step=" + step, "zh"))
        .contains("/local/leads/" + lead);
    assertThat(town.html("/local/journeys/high-value", "en")).contains("waiting?step=" + step);
    var picture = visitor.get("/local/journeys/high-value.svg");
    assertThat(picture.headers().firstValue("content-type"))
        .hasValue("image/svg+xml; charset=utf-8");
    assertThat(text(picture)).contains("<svg", "● 1 person", "Wait 3 days");
    assertThat(visitor.get("/local/journeys/none.svg").statusCode()).isEqualTo(404);
  }

  // The one step at which somebody waits.
  private String waiting(String journey) throws Exception {
    var busy =
        town.json("/local/journeys/" + journey).at("steps").list().stream()
            .filter(figures -> !figures.at("waiting").value().equals(0))
            .toList();
    assertThat(busy).hasSize(1);
    return busy.getFirst().at("step").text();
  }

  @Test
  void aChangeTellsWhoMovesAndChangesNothing() throws Exception {
    var answer = change(text().replace("version: 2", "version: 3").replace("P7D", "P10D"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .contains("\"from\":2", "\"to\":3", "\"stay\":[]", "\"end\":[]")
        .contains("\"move\":[{\"lead\":\"" + lead + "\",\"version\":2,\"step\":\"each.");
    assertThat(town.json("/local/journeys").toString()).doesNotContain("version=3");
    assertThat(text()).contains("P7D");
  }

  @Test
  void aChangeTellsForWhomTheJourneyEnds() throws Exception {
    var answer =
        change(
            text()
                .replace("version: 2", "version: 3")
                .replace("  - each:", "  - id: topics\n    each:"));
    assertThat(text(answer)).contains("\"move\":[]", "\"end\":[{\"lead\":\"" + lead + "\"");
  }

  @Test
  void aChangeOfThePoolTellsForWhomTheJourneyEndsAndForWhomItBegins() throws Exception {
    var other =
        change(
            text().replace("version: 2", "version: 3").replace("enters: mil/high", "enters: mil"));
    assertThat(text(other))
        .contains("\"move\":[]", "\"step\":\"each.omni-channel-capture.wait\",\"outcome\":\"left\"")
        .contains("\"begin\":[\"" + lead + "\"]");
    var open =
        change(
            text()
                .replace("version: 2", "version: 3")
                .replace("steps:", "until: { leaves: mil/mid }\nsteps:"));
    assertThat(text(open)).contains("\"outcome\":\"left\"", "\"begin\":[]");
  }

  @Test
  void aNewJourneyTellsForWhomItBeginsAndChangesNothing() throws Exception {
    var visitor = town.visitor("en");
    var yaml =
        """
        version: 1
        name: { zh: 夏季活动, en: Summer campaign }
        on: { enters: mil/high }
        steps:
          - { wait: P5D }
          - send: { mail: basics, type: basics }
        """;
    var answer = visitor.post("/local/journeys/summer", "application/yaml", yaml);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .contains("{\"journey\":\"summer\",\"to\":1,\"stay\":[],\"move\":[],\"end\":[]")
        .contains("\"begin\":[\"" + lead + "\"]");
    assertThat(town.json("/local/journeys").toString()).doesNotContain("summer");
    var wrong =
        visitor.post("/local/journeys/summer", "application/yaml", yaml.replace("P5D", "P5"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(visitor.get("/local/journeys/summer.svg").statusCode()).isEqualTo(404);
    assertThat(visitor.delete("/local/journeys/summer").statusCode()).isEqualTo(404);
  }

  @Test
  void aRemovalTellsForWhomTheJourneyEndsAndChangesNothing() throws Exception {
    town.register("unknown@example.cn", Map.of());
    var unknown = town.lead("unknown@example.cn").at("id").text();
    var asked = town.visitor("en").delete("/local/journeys/high-value");
    assertThat(asked.statusCode()).as("tags are for it").isEqualTo(422);
    assertThat(text(asked)).contains("tags.yaml", "high-value");
    var answer = town.visitor("en").delete("/local/journeys/probe-imported");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .contains("\"from\":1,\"stay\":[]", "\"move\":[]", "\"begin\":[]")
        .contains("\"end\":[{\"lead\":\"" + unknown + "\"", "\"outcome\":\"journey-gone\"");
    assertThat(text()).contains("high-value-next");
    var needed = town.visitor("en").delete("/local/journeys/high-value-next");
    assertThat(needed.statusCode()).isEqualTo(422);
    assertThat(text(needed)).contains("journeys/high-value.yaml", "which does not exist");
    town.visitor("en").post("/local/leads/" + unknown + "/erase", "application/json", "");
    town.quiet();
  }

  @Test
  void aChangeThatWouldNotBeAcceptedIsRefusedWithFileLineAndRemedy() throws Exception {
    var misspelt = change(text().replace("mail: case", "mail: caze"));
    assertThat(misspelt.statusCode()).isEqualTo(422);
    assertThat(text(misspelt))
        .contains("\"file\":\"journeys/high-value.yaml\"", "\"line\":", "caze", "Use one of: ");
    var unannounced = change(text().replace("P7D", "P10D"));
    assertThat(unannounced.statusCode()).isEqualTo(422);
    assertThat(text(unannounced)).contains("\"line\":7", "Write version: 3");
    assertThat(change("steps: [").statusCode()).isEqualTo(422);
  }

  private HttpResponse<byte[]> change(String yaml) throws Exception {
    return town.visitor("en").post("/local/journeys/high-value", "application/yaml", yaml);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String text() throws IOException {
    return Files.readString(HIGH_VALUE);
  }
}
