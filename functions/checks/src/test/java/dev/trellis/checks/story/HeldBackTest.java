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
    isShown(DEAD, "已停发：被退信", "closed, no mail goes there: bounced");
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

  @Test
  void whatWaitsForAConfirmationAfterAnUnsubscriptionIsSeenAndTheThanksAreTrue() throws Exception {
    var address = "back-again@example.cn";
    var visitor = town.register(address, Map.of());
    var leave =
        town.mailsTo(address).getFirst().at("links").list().stream()
            .map(View::text)
            .filter(link -> link.contains("/u/"))
            .findFirst()
            .orElseThrow();
    visitor.post(leave.substring(leave.indexOf("/u/")), Map.of("unsubscribe", "all"));
    town.pass(Duration.ofDays(1));
    town.register(address, Map.of());

    assertThat(town.mailsTo(address)).hasSize(2);
    assertThat(Visitor.text(visitor.get("/f/summit-deck/thanks"))).contains("会先寄一封请您确认的邮件");
    isShown(address, "未发送 · 尚未确认订阅", "Not sent · consent not confirmed yet");
  }

  private void isSeen(String address, String reason, String zh, String en) throws Exception {
    var lead = town.lead(address);
    assertThat(lead.at("mails").list())
        .anySatisfy(mail -> {
          assertThat(mail.at("state").text()).isEqualToIgnoringCase("skipped");
          assertThat(mail.at("reason").text()).isEqualTo(reason);
        });
    isShown(address, zh, en);
  }

  private void isShown(String address, String zh, String en) throws Exception {
    var page = "/local/leads/" + town.lead(address).at("id").text();
    for (var said : List.of(Map.entry("zh", zh), Map.entry("en", en))) {
      var shown = town.visitor(said.getKey()).html(page);
      assertThat(shown).contains(said.getValue());
    }
  }
}
