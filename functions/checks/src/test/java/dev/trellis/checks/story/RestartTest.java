package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stopped and started again goes on where it stood. */
class RestartTest {

  @TempDir private Path state;

  @Test
  void leadsMailsAndTimersAreStillThere() throws Exception {
    try (var town = new Town(state)) {
      town.register(
          "stay@example.cn",
          Map.of("industry", "finance", "need", "lead-scoring", "mobile", "13800138010"));
      town.pass(Duration.ofDays(2));
    }
    try (var town = new Town(state)) {
      assertThat(town.mailsTo("stay@example.cn")).hasSize(1);
      assertThat(town.lead("stay@example.cn").at("placement", "pool").text()).isEqualTo("mil/high");
      town.pass(Duration.ofDays(1));
      assertThat(town.mailsTo("stay@example.cn")).hasSize(2);
    }
  }
}
