package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R5")
class ScanCodeTest {

  private final Stand stand = new Stand();

  @Test
  void aProgramThatLooksWithoutOpeningIsNoTouch() {
    var opened = stand.get("/q/summit-talk");
    stand.queue.take();
    var looked = stand.open("HEAD", "/q/summit-talk", new byte[0]);
    assertThat(looked.status()).isEqualTo(303);
    assertThat(looked.headers()).isEqualTo(opened.headers());
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void aScanIsRecordedAndLeadsToTheFormWithItsCode() {
    var response = stand.get("/q/summit-talk", "cookie", Stand.BROWSER);
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.headers())
        .containsEntry("location", "/f/summit-deck?code=summit-talk")
        .containsEntry("cache-control", "no-store");
    assertThat(response.cookies()).isEmpty();
    assertThat(stand.queue.sent())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.happening()).isEqualTo(new CodeScanned());
          assertThat(event.channel()).isEqualTo(Channel.EXPO);
          assertThat(event.occurredAt()).isEqualTo(stand.now());
          assertThat(event.origin())
              .isEqualTo(new Origin("summit-talk", "summit-2026", "closing-slide", "summit-deck"));
          assertThat(event.identities())
              .extracting(Identity::toString)
              .containsExactly("cookie:" + Stand.BROWSER);
        });
  }

  @Test
  void aFirstScanIsKnownByTheCookieThatItsAnswerSets() {
    var cookie = stand.get("/q/summit-talk").cookies().getFirst();
    assertThat(stand.queue.sent().getFirst().identities())
        .singleElement()
        .satisfies(i -> assertThat(cookie).startsWith("trellis=" + i.value() + ";"));
  }

  @Test
  void withinOneMinuteItIsTheSameScan() {
    stand.get("/q/summit-talk", "cookie", Stand.BROWSER);
    stand.pass(Duration.ofSeconds(59));
    stand.get("/q/summit-talk", "cookie", Stand.BROWSER);
    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct()).hasSize(1);

    stand.pass(Duration.ofSeconds(1));
    stand.get("/q/summit-talk", "cookie", Stand.BROWSER);
    stand.get("/q/summit-talk", "cookie", "another-browser-");
    stand.get("/q/brochure", "cookie", Stand.BROWSER);
    assertThat(stand.queue.sent().stream().map(LeadEvent::id).distinct()).hasSize(4);
  }

  @Test
  @Tag("R82")
  void aPreviewOfTheLinkIsNoPersonInTheFunnel() {
    for (var agent : List.of("Slackbot-LinkExpanding 1.0", "okhttp/4.9.3", "")) {
      var response = stand.get("/q/summit-talk", "user-agent", agent);
      assertThat(response.status()).as(agent).isEqualTo(303);
    }
    assertThat(stand.queue.sent()).isEmpty();
  }

  @Test
  void aNewPhoneThatAsksThreeTimesAcrossAMinutesEndHasScannedOnce() {
    stand.pass(Duration.ofSeconds(59));
    var cookies = stand.get("/q/summit-talk").cookies();
    var phone = value(cookies.getFirst());
    var scan = value(cookies.getLast());
    for (int i = 0; i < 2; i++) {
      stand.pass(Duration.ofSeconds(1));
      stand.get("/q/summit-talk", "cookie", phone, "cookie of a scan", scan);
    }
    var first = stand.queue.take().stream().map(LeadEvent::id).distinct().toList();
    assertThat(first).hasSize(1);

    stand.pass(Duration.ofSeconds(58));
    for (var said : List.of(scan, "9999999999", "soon")) {
      stand.get("/q/summit-talk", "cookie", phone, "cookie of a scan", said);
    }
    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct())
        .as("a minute later it is another, whatever a browser says")
        .hasSize(1)
        .doesNotContainAnyElementsOf(first);
  }

  private static String value(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  @Test
  void eachScanOnASharedDeviceIsSomebodyElse() {
    for (int i = 0; i < 2; i++) {
      assertThat(stand.get("/q/booth-tablet", "cookie", Stand.BROWSER).cookies()).isEmpty();
    }
    assertThat(stand.queue.sent().stream().flatMap(e -> e.identities().stream()).distinct())
        .hasSize(2)
        .noneMatch(i -> i.value().equals(Stand.BROWSER));
  }

  @Test
  void keepsTheLanguageThatWasAskedFor() {
    assertThat(stand.get("/q/summit-talk?lang=en").headers())
        .containsEntry("location", "/f/summit-deck?code=summit-talk&lang=en");
    assertThat(stand.get("/q/summit-talk?lang=//evil.example").headers())
        .containsEntry("location", "/f/summit-deck?code=summit-talk");
  }

  @Test
  void aRetiredCodeSaysSoAndItsScanCounts() {
    for (var said : List.of("此二维码已停用", "This code is no longer in use")) {
      var language = said.startsWith("T") ? "en" : "zh";
      var page = stand.get("/q/last-year?lang=" + language, "cookie", Stand.BROWSER);
      assertThat(page.status()).isEqualTo(410);
      assertThat(Stand.text(page))
          .contains(said, language.equals("en") ? "for China B2B Marketing" : "为“2026 中国 B2B 营销")
          .doesNotContain("class=\"button\"");
    }
    assertThat(stand.queue.take())
        .hasSize(2)
        .allSatisfy(scan -> {
          assertThat(scan.happening()).isEqualTo(new CodeScanned());
          assertThat(scan.origin().code()).isEqualTo("last-year");
          assertThat(scan.origin().placement()).isEqualTo("wall");
        });
    assertThat(stand.get("/q/last-year.svg").status()).isEqualTo(404);
    assertThat(Stand.text(stand.get("/q/last-year", "accept", "application/json")))
        .startsWith("{\"error\":");
  }

  @Test
  void aRetiredCodeLeadsOnToWhatIsCurrent() {
    var page = stand.get("/q/last-talk?lang=en&utm_source=wall");

    assertThat(page.cookies()).hasSize(2);
    assertThat(Stand.text(page).replace("&amp;", "&"))
        .contains("href=\"/f/summit-deck?code=summit-talk&lang=en&utm_source=wall\"")
        .contains("What is on offer now");
  }

  @Test
  void anUnknownCodeIsNotFoundAndNothingIsSent() {
    assertThat(stand.get("/q/other").status()).isEqualTo(404);
    assertThat(stand.get("/q/").status()).isEqualTo(404);
    assertThat(stand.queue.sent()).isEmpty();
  }
}
