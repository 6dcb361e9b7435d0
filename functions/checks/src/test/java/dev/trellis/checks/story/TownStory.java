package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import module java.base;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One town for the stories of a class. */
@TestInstance(PER_CLASS)
abstract class TownStory {

  Path state;
  Town town;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    state = folder;
    town = new Town(state);
  }

  @AfterAll
  void stop() {
    town.close();
  }

  /** Needs something, and plans to buy nothing. */
  static Map<String, String> nurtured(String mobile) {
    return Map.of(
        "industry", "finance",
        "need", "lead-scoring",
        "plan", "no-plan",
        "mobile", mobile);
  }

  static Map<String, String> ready(String mobile) {
    return Map.of(
        "industry", "manufacturing",
        "need", "lead-scoring",
        "plan", "within-3-months",
        "mobile", mobile);
  }

  View handoffOf(String address) throws Exception {
    var handoffs = town.lead(address).at("handoffs").list();
    assertThat(handoffs).hasSize(1);
    return handoffs.getFirst();
  }

  List<View> received(String address) throws Exception {
    var lead = town.lead(address).at("id").text();
    return town.json("/local/crm").list().stream()
        .filter(h -> h.toString().contains(lead))
        .toList();
  }

  List<View> tag(String address) throws Exception {
    return town.lead(address).at("profile", "tags").list().stream()
        .filter(t -> t.at("tag").text().equals("need:omni-channel-capture"))
        .toList();
  }

  List<String> sent(String address) throws Exception {
    return town.lead(address).at("mails").texts("content");
  }
}
