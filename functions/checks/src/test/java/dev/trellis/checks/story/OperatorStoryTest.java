package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator says to the stack on this machine. */
class OperatorStoryTest extends TownStory {

  @Test
  @Tag("R90")
  void aCancelledJourneySendsNothingMoreAndItsHistoryStays() throws Exception {
    town.register("taken@example.cn", nurtured("13800138071"));
    town.pass(Duration.ofDays(3));
    town.ops("pause");
    town.pass(Duration.ofDays(20));
    var before = town.mailsTo("taken@example.cn");
    assertThat(before).isNotEmpty();
    assertThat(states("taken@example.cn")).contains("WAITING");

    assertThat(town.ops("cancel high-value")).contains("1 leads were taken out, 1 mails");
    town.ops("resume");
    town.pass(Duration.ofDays(30));
    assertThat(town.mailsTo("taken@example.cn")).isEqualTo(before);
    var lead = town.lead("taken@example.cn");
    assertThat(lead.toString()).contains("cancelled");
    assertThat(states("taken@example.cn")).contains("SKIPPED").doesNotContain("WAITING");
    assertThat(town.visitor("en").html("/local/leads/" + lead.at("id").text()))
        .contains("Not sent · somebody cancelled its journey");
    assertThat(town.ops("cancel high-value")).contains("0 leads were taken out, 0 mails");
  }

  private List<String> states(String address) throws Exception {
    return town.lead(address).at("mails").list().stream()
        .map(mail -> mail.at("state").text().toUpperCase(Locale.ROOT))
        .toList();
  }
}
