package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thanks are true: who gets no mail is told what that means, and we see why it was held back. */
@Tag("R90")
class HeldBackTest extends TownStory {

  private static final String DEAD = "bounce@simulator.amazonses.com";
  private static final String ASKED = "asked-often@example.cn";

  @Test
  void whatAnAddressThatBouncedDoesNotGetIsSeenWithItsReason() throws Exception {
    var visitor = town.register(DEAD, Map.of());
    town.pass(Duration.ofHours(1));
    town.register(DEAD, Map.of());

    assertThat(Visitor.text(visitor.get("/f/summit-deck/thanks"))).contains("无法向该邮箱发信");
    assertThat(town.mailsTo(DEAD)).hasSize(1);
    isSeen(DEAD, "bounced", "未发送 · 被退信", "Not sent · bounced");
  }

  @Test
  void whatIsOverTheLimitIsSeenWithItsReason() throws Exception {
    for (int i = 0; i < 4; i++) {
      town.register(ASKED, Map.of());
    }

    isSeen(
        ASKED,
        "over-budget",
        "未发送 · 超出该邮箱或网络的发送额度",
        "Not sent · more was asked for than the address or the network may");
  }

  private void isSeen(String address, String reason, String zh, String en) throws Exception {
    var lead = town.lead(address);
    assertThat(lead.at("mails").list())
        .anySatisfy(mail -> {
          assertThat(mail.at("state").text()).isEqualToIgnoringCase("skipped");
          assertThat(mail.at("reason").text()).isEqualTo(reason);
        });
    var page = "/local/leads/" + lead.at("id").text();
    for (var said : List.of(Map.entry("zh", zh), Map.entry("en", en))) {
      var shown = town.visitor(said.getKey()).html(page);
      assertThat(shown).contains(said.getValue());
    }
  }
}
