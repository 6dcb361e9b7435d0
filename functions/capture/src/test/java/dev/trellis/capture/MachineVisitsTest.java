package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R82")
class MachineVisitsTest {

  private final Stand stand = new Stand();
  private final String token = stand.token("summit-deck", "send-1", "zh");

  @Test
  void headIsAnsweredAsThePageWouldBeWithoutThePage() {
    var page = stand.get("/c/" + token);
    stand.queue.take();
    var head = stand.open("HEAD", "/c/" + token, new byte[0]);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).isEqualTo(page.headers());
    var visit = stand.queue.take().getFirst();
    assertThat(visit.lead()).isEqualTo("L1");
    assertThat(visit.channel()).isEqualTo(Channel.MAIL);
    assertThat(visit.happening()).isEqualTo(new MachineVisited("summit-deck", "send-1", "head"));
  }

  @Test
  void headOfALinkThatIsNotOursTellsNothing() {
    assertThat(stand.open("HEAD", "/c/nothing", new byte[0]).status()).isEqualTo(404);
    stand.pass(Duration.ofDays(30));
    assertThat(stand.open("HEAD", "/c/" + token, new byte[0]).status()).isEqualTo(410);
    assertThat(stand.queue.sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user-agent  | Mozilla/5.0 (compatible; Barracuda Sentinel (EE)) | gateway:barracuda",
        "user-agent  | Mozilla/5.0 (Windows NT 6.1) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b | gateway:microsoft",
        "user-agent  | CoremailLinkCheck/1.0 | gateway:coremail",
        "user-agent  | DingTalkBot-LinkService/1.0 (+https://www.dingtalk.com) | preview:dingtalk",
        "user-agent  | Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots) | preview:slack",
        "user-agent  | Mozilla/5.0 | proxy:apple",
        "user-agent  | '' | program",
        "user-agent  | python-requests/2.31.0 | program",
        "user-agent  | Mozilla/5.0 (Windows NT 5.1) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy) | proxy:google",
        "user-agent  | Mozilla/5.0 (compatible; Baiduspider/2.0) | crawler:baidu",
        "purpose     | prefetch | prefetch:browser",
        "sec-purpose | prefetch;prerender | prefetch:browser"
      })
  void aKnownProgramIsAnsweredAsUsualAndIsNoClickAndNoRead(
      String header, String value, String reason) {
    var page = stand.get("/c/" + token, header, value);
    assertThat(page.status()).isEqualTo(200);
    assertThat(Stand.text(page)).contains("<h1>");
    assertThat(stand.post("/c/" + token + "/read", new byte[0], header, value).status())
        .isEqualTo(204);

    assertThat(stand.queue.take())
        .hasSize(2)
        .allSatisfy(e ->
            assertThat(e.happening())
                .isEqualTo(new MachineVisited("summit-deck", "send-1", reason)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x1800323d) NetType/WIFI Language/zh_CN",
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 wxwork/4.1.30 MicroMessenger/7.0.1",
        "Mozilla/5.0 (Linux; U; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0 Mobile Safari/537.36 AliApp(DingTalk/7.6.0)",
        "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36 Lark/7.20.9 Feishu/7.20.9",
        "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36 QIHU 360SE",
        "Mozilla/5.0 (Linux; U; Android 13; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) MQQBrowser/14.0 Mobile Safari/537.36"
      })
  void browsersAndAppsWithABrowserArePeople(String agent) {
    stand.get("/c/" + token, "user-agent", agent);
    stand.post("/c/" + token + "/read", new byte[0], "user-agent", agent);

    assertThat(stand.queue.take())
        .extracting(LeadEvent::happening)
        .containsExactly(
            new MailClicked("send-1", "summit-deck"),
            new ContentRead("summit-deck", 1, 0, "send-1"));
  }

  @Test
  void theSameVisitTwiceWithinAMinuteIsToldOnce() {
    var gateway = "Mimecast-URL-Protect";
    stand.get("/c/" + token, "user-agent", gateway);
    stand.pass(Duration.ofSeconds(59));
    stand.get("/c/" + token, "user-agent", gateway);
    stand.open("HEAD", "/c/" + token, new byte[0]);
    stand.pass(Duration.ofSeconds(1));
    stand.get("/c/" + token, "user-agent", gateway);

    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct()).hasSize(3);
  }

  @Test
  void aReadTellsWhenItsMailWasSent() {
    var mailedAt = stand.now().minusSeconds(90);
    var link = stand.token("summit-deck", "send-1", "zh", mailedAt);
    stand.post("/c/" + link + "/read", new byte[0]);
    stand.post("/c/" + link + "/read", "{\"seconds\":9,\"again\":true}".getBytes());

    assertThat(stand.queue.take())
        .extracting(LeadEvent::happening)
        .isEqualTo(
            List.of(
                new ContentRead("summit-deck", 1, 0, "send-1", mailedAt),
                new PageVisited("content/summit-deck", 9, null, "send-1", mailedAt)));
  }

  @Test
  void aPersonWhoReadsAfterAGatewayIsNotTakenForIt() {
    var link = stand.token("summit-deck", "send-1", "zh", stand.now());
    stand.pass(Duration.ofSeconds(1));
    var gateway = read(link);
    stand.pass(Duration.ofSeconds(3));
    assertThat(read(link).id()).as("within five seconds").isEqualTo(gateway.id());
    stand.pass(Duration.ofSeconds(1));
    assertThat(read(link).id()).isNotEqualTo(gateway.id());
  }

  @Test
  void anHourAfterTheMailHalfAnHourIsOneReadAgain() {
    var link = stand.token("summit-deck", "send-1", "zh", stand.now());
    stand.pass(Duration.ofHours(1));
    var first = read(link);
    stand.pass(Duration.ofMinutes(30).minusMillis(1));

    assertThat(read(link).id()).isEqualTo(first.id());
  }

  private LeadEvent read(String link) {
    stand.post("/c/" + link + "/read", new byte[0]);
    return stand.queue.take().getFirst();
  }
}
