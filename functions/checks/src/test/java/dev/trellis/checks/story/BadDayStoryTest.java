package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SES has a bad day: whoever looks sees why a mail waits, and it goes when it can. */
@Tag("R90")
class BadDayStoryTest extends TownStory {

  @AfterEach
  void theDayEnds() throws Exception {
    says("day", "good");
    says("sending", "resume");
    town.pass(Duration.ofMinutes(3));
  }

  @Test
  void aPausedAccountIsSeenAndItsMailsGoOnceItIsNot() throws Exception {
    says("day", "paused");
    town.register("early@example.cn", Map.of());
    town.register("late@example.cn", Map.of());
    assertThat(town.mailsTo("early@example.cn")).isEmpty();
    isSeen("early@example.cn", "等待发送 · 账号已被暂停发送", "Waiting · the account is paused");
    isSeen("late@example.cn", "等待发送 · 账号已被暂停发送", "Waiting · the account is paused");
    assertThat(town.visitor("en").html("/local/sending")).contains("the account is paused");

    town.pass(Duration.ofHours(2));
    assertThat(town.json("/local/sending").at("waiting").value()).isNotEqualTo(0);

    says("day", "good");
    town.pass(Duration.ofMinutes(15));
    for (var address : List.of("early@example.cn", "late@example.cn")) {
      assertThat(town.mailsTo(address)).hasSize(1);
      assertThat(state(address)).containsExactly("SENT");
    }
    assertThat(town.json("/local/sending").at("waiting").value()).isEqualTo(0);
  }

  @Test
  void inTheSandboxMailsToOthersWaitAndARefusedMailDoesNot() throws Exception {
    says("day", "sandbox");
    town.register("sand@example.cn", Map.of());
    isSeen(
        "sand@example.cn",
        "等待发送 · SES 处于沙盒中，收件地址未验证",
        "Waiting · SES is in the sandbox and does not know the address");
    says("day", "refusing");
    town.register("refused@example.cn", Map.of());
    assertThat(state("refused@example.cn")).containsExactly("SKIPPED");

    says("day", "good");
    town.pass(Duration.ofMinutes(12));
    assertThat(state("sand@example.cn")).containsExactly("SENT");
  }

  @Test
  void aPersonStopsAllMailAndResumesIt() throws Exception {
    says("sending", "pause");
    town.pass(Duration.ofMinutes(5)); // by then every instance knows it
    town.register("patient@example.cn", Map.of());
    town.pass(Duration.ofHours(2));
    isSeen("patient@example.cn", "等待发送 · 已有人停止全部发送", "Waiting · somebody stopped all mail");
    assertThat(town.visitor("zh").html("/local/sending")).contains("已有人停止全部发送");

    says("sending", "resume");
    town.pass(Duration.ofMinutes(2));
    assertThat(state("patient@example.cn")).containsExactly("SENT");
  }

  private void says(String what, String value) throws Exception {
    var answer =
        town.visitor("en")
            .post("/local/sending", "application/json", "{\"%s\": \"%s\"}".formatted(what, value));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private List<String> state(String address) throws Exception {
    return town.lead(address).at("mails").list().stream()
        .filter(mail -> mail.at("mail").text().equals("deck-delivery"))
        .map(mail -> mail.at("state").text().toUpperCase(Locale.ROOT))
        .toList();
  }

  private void isSeen(String address, String zh, String en) throws Exception {
    var page = "/local/leads/" + town.lead(address).at("id").text();
    assertThat(town.visitor("zh").html(page)).contains(zh);
    assertThat(town.visitor("en").html(page)).contains(en);
  }
}
