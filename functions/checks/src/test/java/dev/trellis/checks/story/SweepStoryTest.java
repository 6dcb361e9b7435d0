package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.local.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A playbook that is changed reaches those of whom nothing is heard, once somebody says yes. */
class SweepStoryTest {

  @TempDir private Path folder;

  @Test
  void nobodyIsMovedBeforeAYesAndEverybodyAfter() throws Exception {
    var state = folder.resolve("state");
    try (var town = new Town(state)) {
      town.register("mid@example.cn", Map.of("industry", "finance", "mobile", "13800138021"));
      town.register("live@example.cn", Map.of("industry", "finance", "mobile", "13800138022"));
      town.pass(Duration.ofMinutes(2));
      assertThat(pool(town, "mid@example.cn")).isEqualTo("mil/mid");
      assertThat(sweep(town).at("phase").text()).isEqualTo("done");
    }
    var options = Options.of(Town.TEMPLATE, state).withPlaybook(changed());
    try (var town = new Town(options)) {
      town.pass(Duration.ofMinutes(3));
      var counted = sweep(town);
      assertThat(counted.at("phase").text()).isEqualTo("waiting");
      assertThat(counted.at("forecast", "changed").value()).isEqualTo(2);
      assertThat(counted.at("forecast", "pools", "mil/mid", "mil/high").value()).isEqualTo(2);
      assertThat(counted.at("forecast", "journeys", "high-value").value()).isEqualTo(2);
      assertThat(counted.at("forecast", "mails").value()).isEqualTo(2);
      assertThat(pool(town, "mid@example.cn")).isEqualTo("mil/mid");

      // Whoever does something meanwhile is placed by what holds now.
      town.register("live@example.cn", Map.of("industry", "finance", "mobile", "13800138022"));
      assertThat(pool(town, "live@example.cn")).isEqualTo("mil/high");

      for (var language : List.of("zh", "en")) {
        assertThat(town.html("/local/sweeps", language))
            .contains("/approve?count=")
            .contains(">2<");
      }
      var path = "/local/sweeps/" + counted.at("cause").text();
      assertThat(town.say(path + "/approve?count=another").statusCode()).isEqualTo(409);
      assertThat(town.say("/local/sweeps/other/approve?count=x").statusCode()).isEqualTo(404);
      var yes = path + "/approve?actor=mei&count=" + counted.at("count").text();
      assertThat(town.say(yes).statusCode()).isEqualTo(200);
      assertThat(town.say(yes).statusCode()).isEqualTo(409);
      assertThat(town.say(path + "/stop?actor=lin").statusCode()).isEqualTo(200);
      town.pass(Duration.ofMinutes(3));
      assertThat(sweep(town).at("stop", "actor").text()).isEqualTo("lin");
      assertThat(pool(town, "mid@example.cn")).isEqualTo("mil/mid");

      assertThat(town.say(yes).statusCode()).isEqualTo(200);
      town.pass(Duration.ofMinutes(3));
      assertThat(sweep(town).at("phase").text()).isEqualTo("done");
      assertThat(sweep(town).at("yes", "actor").text()).isEqualTo("mei");
      assertThat(pool(town, "mid@example.cn")).isEqualTo("mil/high");
      town.pass(Duration.ofDays(4));
      assertThat(town.mailsTo("mid@example.cn")).hasSize(2);
    }
  }

  private static View sweep(Town town) throws Exception {
    var all = town.json("/local/sweeps").list();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static String pool(Town town, String address) throws Exception {
    return town.lead(address).at("placement", "pool").text();
  }

  /** Whose industry is known is of high value, and nothing is small. */
  private Path changed() throws IOException {
    return ChangedPlaybook.in(
        folder.resolve("changed"),
        Map.of(
            "pools.yaml",
            text ->
                text.replace(
                    "when: { need: { known: true } }", "when: { industry: { known: true } }"),
            "playbook.yaml",
            text -> text.replace("sweep: { limit: 1000", "sweep: { limit: 1")));
  }
}
