package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.local.Options;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups through the whole system: joined, left, exported, built by people and left for good. */
@Tag("R50")
class GroupsStoryTest {

  private static final Path PLAYBOOK = Path.of("../../infra/playbook");
  private static final String GROUP = "finance-shanghai";

  @Test
  @Tag("R17")
  @Tag("R91")
  void whoJoinsBeginsAJourneyOnceAndWhoIsErasedIsInNoGroup(@TempDir Path folder) throws Exception {
    var playbook = folder.resolve("playbook");
    copy(playbook);
    Files.writeString(
        playbook.resolve("journeys/inviting.yaml"),
        """
        version: 1
        name: { zh: 邀请, en: Inviting }
        on: { joins: finance-shanghai }
        steps:
          - wait: P30D
        """);
    var options = Options.of(Town.TEMPLATE, folder.resolve("state")).withPlaybook(playbook);
    try (var town = new Town(options)) {
      town.register("li@example.cn", TownStory.nurtured("13800138000"));
      var lead = town.lead("li@example.cn").at("id").text();
      assertThat(people(town, GROUP)).isZero();

      tell(town, lead, "city", "上海");
      assertThat(people(town, GROUP)).isEqualTo(1);
      assertThat(members(town, GROUP)).containsExactly(lead);
      assertThat(Visitor.text(town.answer("/local/audiences/" + GROUP + ".csv")))
          .contains(lead, "+8613800138000");
      assertThat(town.html("/local/audiences/" + GROUP, "en"))
          .contains(lead, "Shanghai", GROUP + "/load");
      var load = town.json("/local/audiences/" + GROUP + "/load");
      assertThat(load.at("looked").value()).isEqualTo(load.at("people").value());
      assertThat(load.at("owners").toString()).isEqualTo("{=" + load.at("people") + "}");
      assertThat(town.html("/local/audiences/" + GROUP + "/load", "en")).contains("Nobody");
      assertThat(journeys(town)).isEqualTo(1);

      tell(town, lead, "city", "北京");
      assertThat(members(town, GROUP)).isEmpty();
      assertThat(people(town, GROUP)).isZero();
      assertThat(journeys(town)).isEqualTo(1);

      built(town, lead);

      town.visitor("en").post("/local/audiences/in-beijing/end", Map.of());
      assertThat(town.answer("/local/audiences/in-beijing").statusCode()).isEqualTo(404);
      town.pass(Duration.ofMinutes(5));
      assertThat(town.html("/local/leads/" + lead, "en")).contains("The group ended");
      built(town, lead);

      town.visitor("en").post("/local/leads/" + lead + "/erase", Map.of());
      town.quiet();
      assertThat(people(town, "in-beijing")).isZero();
      assertThat(members(town, "in-beijing")).isEmpty();
    }
  }

  // Whoever meets its condition is in it after a sweep, though nothing happened to anybody.
  private static void built(Town town, String lead) throws Exception {
    var group =
        """
        id: in-beijing
        name: { zh: 北京, en: In Beijing }
        of: prospects
        who: { city: { is: 北京 } }
        """;
    var refused =
        town.visitor("en")
            .post("/local/audiences/in-beijing", "text/yaml", group.replace("city", "colour"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visitor.text(refused)).contains("colour", "\"line\":1", "remedy");

    var made = town.visitor("en").post("/local/audiences/in-beijing", "text/yaml", group);
    assertThat(made.statusCode()).as(Visitor.text(made)).isEqualTo(200);
    assertThat(people(town, "in-beijing")).isZero();
    town.pass(Duration.ofMinutes(5));
    assertThat(people(town, "in-beijing")).isEqualTo(1);
    assertThat(members(town, "in-beijing")).containsExactly(lead);
  }

  private static void tell(Town town, String lead, String field, String value) throws Exception {
    town.pass(Duration.ofMinutes(1)); // what is told in one instant has no order
    var said = Json.compose(Map.of("reason", "told", "values", Map.of(field, value)));
    var answer =
        town.visitor("en").post("/local/leads/" + lead + "/values", "application/json", said);
    assertThat(answer.statusCode()).as(Visitor.text(answer)).isLessThan(300);
    town.quiet();
  }

  private static long people(Town town, String group) throws Exception {
    return ((Number) town.json("/local/audiences/" + group).at("people").value()).longValue();
  }

  private static List<String> members(Town town, String group) throws Exception {
    return town.json("/local/audiences/" + group).at("members").texts("lead");
  }

  private static long journeys(Town town) throws Exception {
    return town.lead("li@example.cn").at("journeys").texts("journey").stream()
        .filter("inviting"::equals)
        .count();
  }

  private static void copy(Path to) throws IOException {
    try (var files = Files.walk(PLAYBOOK)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(PLAYBOOK.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
