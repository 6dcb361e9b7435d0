package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

/** Journeys that stand still for all, and leads that people put in and take out. */
class SteeredJourneyTest extends TownStory {

  @Test
  void aPausedJourneyKeepsEverybodyWhereTheyAreAndLosesNobody() throws Exception {
    town.register("before@example.cn", nurtured("13800138031"));
    assertThat(town.say("/local/journeys/none/pause").statusCode()).isEqualTo(404);
    assertThat(town.say("/local/journeys/high-value/pause?actor=mei").statusCode()).isEqualTo(200);
    assertThat(town.html("/local/journeys", "en")).contains("mei", "/high-value/resume");
    town.pass(Duration.ofMinutes(10));
    town.register("during@example.cn", nurtured("13800138032"));
    town.pass(Duration.ofDays(9));
    assertThat(sent("before@example.cn")).hasSize(1);
    assertThat(sent("during@example.cn")).hasSize(1);
    assertThat(outcomes("during@example.cn", "high-value")).containsExactly("under way");

    assertThat(town.say("/local/journeys/high-value/resume").statusCode()).isEqualTo(200);
    town.passToMonday();
    town.pass(Duration.ofHours(2));
    assertThat(sent("before@example.cn")).hasSize(2);
    assertThat(sent("during@example.cn")).hasSize(2);
  }

  @Test
  void oneLeadIsTakenOutAndPutInAgain() throws Exception {
    town.register("steered@example.cn", nurtured("13800138033"));
    var path = "/local/leads/" + town.lead("steered@example.cn").at("id").text() + "/journeys/";
    assertThat(town.say(path + "high-value/start").statusCode()).isEqualTo(409);
    assertThat(town.say(path + "none/start").statusCode()).isEqualTo(404);
    assertThat(town.say("/local/leads/Lnobody/journeys/high-value/stop").statusCode())
        .isEqualTo(404);

    assertThat(town.html(path.replace("/journeys/", ""), "en"))
        .contains("name=\"reason\"", "action=\"" + path + "high-value/stop\"");
    var odd = Map.of("reason", "x".repeat(201));
    assertThat(town.visitor("en").post(path + "high-value/stop", odd).statusCode()).isEqualTo(422);
    var why = "{\"reason\": \"moved to another job\"}";
    assertThat(
            town.visitor("en")
                .post(path + "high-value/stop?actor=mei", "application/json", why)
                .statusCode())
        .isEqualTo(202);
    town.quiet();
    assertThat(outcomes("steered@example.cn", "high-value")).containsExactly("cancelled");
    assertThat(town.say(path + "high-value/stop").statusCode()).isEqualTo(409);
    town.pass(Duration.ofDays(7));
    assertThat(sent("steered@example.cn")).hasSize(1);

    assertThat(town.html(path.replace("/journeys/", ""), "en"))
        .contains("formaction=\"" + path + "high-value/start\"")
        .doesNotContain("formaction=\"" + path + "mid-value/start\"");
    assertThat(town.say(path + "high-value/start?actor=mei&reason=asked").statusCode())
        .isEqualTo(202);
    town.quiet();
    assertThat(outcomes("steered@example.cn", "high-value"))
        .containsExactlyInAnyOrder("cancelled", "under way");
    town.pass(Duration.ofDays(3));
    town.passToMonday();
    assertThat(sent("steered@example.cn")).hasSize(2);
    assertThat(timeline("steered@example.cn")).contains("TakenOutOfJourney", "PutIntoJourney");
    assertThat(town.html(path.replace("/journeys/", ""), "zh"))
        .contains("人工移出旅程", "人工加入旅程")
        .contains("moved to another job", "asked");
  }

  @Test
  void whoCannotEnterIsToldWhy() throws Exception {
    town.register("mid@example.cn", Map.of("industry", "finance", "mobile", "13800138034"));
    var path = "/local/leads/" + town.lead("mid@example.cn").at("id").text() + "/journeys/";
    var refused = town.say(path + "high-value/start");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Visitor.text(refused)).contains("not in the pool");
  }

  private List<String> timeline(String address) throws Exception {
    return town.lead(address).at("events").texts("kind");
  }

  private List<String> outcomes(String address, String journey) throws Exception {
    return town.lead(address).at("journeys").list().stream()
        .filter(e -> e.at("journey").text().equals(journey))
        .map(e -> e.at("outcome").value() == null ? "under way" : e.at("outcome").text())
        .toList();
  }
}
