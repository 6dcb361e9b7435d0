package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import module java.base;

import dev.trellis.capture.page.Markdown;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.core.signing.KeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R6")
class ContentLinkTest {

  private static final Instant MAILED = Stand.NOON.minus(Duration.ofHours(2));

  private final Stand stand = new Stand();

  @Test
  void opensTheContentInTheLanguageOfTheMail() {
    var response =
        stand.get("/c/" + stand.token("summit-deck", "send-1", "en"), "accept-language", "zh");
    assertThat(response.status()).isEqualTo(200);
    assertThat(Stand.text(response))
        .contains("<html lang=\"en\">", "<h1>From one scan to one good lead")
        .contains("/file\">Download", "HTML, ");
    var token = stand.token("summit-deck", "send-1", "en");
    assertThat(Stand.text(stand.get("/c/" + token + "?lang=zh")))
        .contains("<html lang=\"zh\">", "/file?lang=zh\">");
    assertThat(response.cookies()).singleElement().asString().startsWith("trellis=");
    assertThat(stand.get("/c/" + token, "cookie", Stand.BROWSER).cookies()).isEmpty();
    assertThat(stand.get("/c/" + token, "user-agent", "Barracuda Sentinel").cookies()).isEmpty();
    assertThat(response.headers().get("content-security-policy"))
        .contains("script-src 'sha256-", "connect-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void aClickOfAMailIsRecordedOnceAMinute() {
    var token = stand.token("summit-deck", "send-1", "zh");
    stand.get("/c/" + token);
    stand.pass(Duration.ofSeconds(59));
    stand.get("/c/" + token);
    var events = stand.queue.take();
    assertThat(events.stream().map(LeadEvent::id).distinct()).hasSize(1);
    var click = events.getFirst();
    assertThat(click.lead()).isEqualTo("L1");
    assertThat(click.channel()).isEqualTo(Channel.MAIL);
    assertThat(click.happening()).isEqualTo(new MailClicked("send-1", "summit-deck"));

    stand.pass(Duration.ofSeconds(1));
    stand.get("/c/" + token);
    assertThat(stand.queue.take().getFirst().id()).isNotEqualTo(click.id());
  }

  @Test
  void aLinkThatNoMailCarriedIsNoClick() {
    assertThat(stand.get("/c/" + stand.token("summit-deck", "", "zh")).status()).isEqualTo(200);
    assertThat(stand.queue.sent()).isEmpty();
  }

  @Test
  void aDownloadIsToldOnceInHalfAnHourWithTheMailThatLedThere() {
    var path = "/c/" + stand.token("summit-deck", "send-1", "zh", MAILED) + "/file";
    for (int part = 0; part < 3; part++) {
      stand.get(path, "cookie", Stand.BROWSER);
    }
    var told = stand.queue.take();

    assertThat(told.stream().map(LeadEvent::id).distinct()).hasSize(1);
    assertThat(told.getFirst().lead()).isEqualTo("L1");
    assertThat(told.getFirst().channel()).isEqualTo(Channel.MAIL);
    assertThat(told.getFirst().identities()).hasToString("[cookie:" + Stand.BROWSER + "]");
    assertThat(told.getFirst().happening())
        .isEqualTo(new ContentDownloaded("summit-deck", 1, "send-1", MAILED));
    stand.get(path, "cookie", "another-browser-");
    stand.pass(Duration.ofMinutes(30));
    stand.get(path, "cookie", Stand.BROWSER);
    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct())
        .hasSize(2)
        .doesNotContain(told.getFirst().id());
  }

  @Test
  @Tag("R82")
  void whatAMachineTakesOrNobodyGetsIsNoDownload() {
    var path = "/c/" + stand.token("summit-deck", "send-1", "zh") + "/file";
    stand.get(path, "user-agent", "Barracuda Sentinel");
    stand.open("HEAD", path, new byte[0]);
    assertThat(stand.queue.take())
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.happening()).isInstanceOf(MachineVisited.class));

    stand.get("/c/" + stand.token("tag-system-strategy", "send-1", "zh") + "/file");
    stand.get(path.replace("/file", "x/file"));
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void servesTheRightFileUnderItsName() throws Exception {
    for (var language : List.of("zh", "en")) {
      var response = stand.get("/c/" + stand.token("summit-deck", "send-1", language) + "/file");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body())
          .isEqualTo(
              Files.readAllBytes(
                  stand.playbook.root().resolve("files/summit-deck." + language + ".html")));
      assertThat(response.headers())
          .containsEntry("content-type", "text/html; charset=utf-8")
          .containsEntry(
              "content-disposition",
              "attachment; filename=\"summit-deck.%1$s.html\"; filename*=UTF-8''summit-deck.%1$s.html"
                  .formatted(language));
    }
    assertThat(stand.queue.sent())
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.happening()).isInstanceOf(ContentDownloaded.class));
  }

  @Test
  void neverServesAFileFromOutsideThePlaybook() {
    for (var language : List.of("zh", "en")) {
      var path = "/c/" + stand.token("stray", "", language) + "/file";
      assertThatThrownBy(() -> stand.get(path)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aContentWithoutFileHasNoneToDownload() {
    var token = stand.token("omni-channel-capture-strategy", "", "en");
    assertThat(Stand.text(stand.get("/c/" + token))).doesNotContain("/file");
    assertThat(stand.get("/c/" + token + "/file").status()).isEqualTo(404);
  }

  @Test
  void anExpiredLinkSaysSo() {
    var token = stand.token("summit-deck", "send-1", "zh");
    stand.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(stand.get("/c/" + token).status()).isEqualTo(200);
    stand.queue.take();
    stand.pass(Duration.ofSeconds(1));
    for (var target : List.of("/c/" + token, "/c/" + token + "/file")) {
      var response = stand.get(target, "accept-language", "en");
      assertThat(response.status()).isEqualTo(410);
      assertThat(Stand.text(response)).contains("This link has expired");
    }
    assertThat(stand.queue.sent().stream().skip(1)).isEmpty();
  }

  @Test
  void everyChangedBitOfATokenIsNotFound() {
    var token = stand.token("summit-deck", "send-1", "zh");
    for (int i = 0; i < token.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        var changed = token.toCharArray();
        changed[i] ^= (char) (1 << bit);
        var path = "/c/" + new String(changed).split("\\?", 2)[0];
        assertThat(stand.get(path).status()).as(path).isEqualTo(404);
        assertThat(stand.post(path + "/read", new byte[0]).status()).as(path).isEqualTo(404);
      }
    }
    assertThat(stand.queue.sent()).isEmpty();
  }

  @Test
  void aContentThatThePlaybookNoLongerHasIsNotFound() {
    assertThat(stand.get("/c/" + stand.token("gone", "send-1", "zh")).status()).isEqualTo(404);
    var foreign = new ContentLinks(KeyRing.of("another-secret-another-secret-32"));
    var token =
        foreign.make(new Link("L1", "summit-deck", "s", "zh", null), stand.now().plusSeconds(60));
    assertThat(stand.get("/c/" + token).status()).isEqualTo(404);
  }

  @Test
  void markdownIsShownWithoutForeignTagsAndUnsafeLinks() {
    assertThat(
            Markdown.html("a <script>x</script> [b](javascript:alert(1)) [c](https://example.com)"))
        .contains("&lt;script&gt;", "href=\"https://example.com\"")
        .doesNotContain("<script", "javascript:");
  }
}
