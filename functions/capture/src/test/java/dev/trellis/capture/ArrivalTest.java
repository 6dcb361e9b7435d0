package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Origin;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How somebody came is told with whatever they do here first, on whichever way they came. */
@Tag("R5")
@Tag("R11")
class ArrivalTest {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final String LINK = "utm_source=baidu&utm_term=lead+scoring&bd_vid=17&fbclid=9";
  private static final String BAIDU = "https://www.baidu.com/s?wd=%E7%BA%BF%E7%B4%A2";
  private static final Map<String, String> CAME =
      Map.of(
          "utm_source", "baidu",
          "utm_term", "lead scoring",
          "bd_vid", "17",
          "referrer", "www.baidu.com",
          "search", "线索");

  private final Stand stand = new Stand();

  @Test
  void aLandingPageKeepsItForTheFormAndAsksForNoCookie() {
    for (var target : new String[] {"/f/summit-deck?" + LINK, "/f/summit-deck?kiosk&" + LINK}) {
      assertThat(sent(Stand.text(stand.get(target, "referer", BAIDU))).arrival()).isEqualTo(CAME);
    }
  }

  @Test
  void theOtherLanguageAndARefusedFormKeepIt() {
    var page = Stand.text(stand.get("/f/summit-deck?lang=en&" + LINK, "referer", BAIDU));
    var other =
        page.replaceAll("(?s).*<a href=\"(\\?lang=zh[^\"]+)\".*", "$1").replace("&amp;", "&");
    assertThat(sent(Stand.text(stand.get("/f/summit-deck" + other))).arrival()).isEqualTo(CAME);

    stand.pass(Duration.ofMinutes(1));
    var fields = hidden(page);
    var refused = stand.submit("summit-deck", fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(hidden(Stand.text(refused))).containsAllEntriesOf(CAME);
  }

  @Test
  void aScanTellsItAndHandsItOn() {
    var to = stand.get("/q/summit-talk?" + LINK, "referer", BAIDU).headers().get("location");

    var scan = stand.queue.take().getFirst().origin();
    assertThat(scan.code()).isEqualTo("summit-talk");
    assertThat(scan.arrival()).isEqualTo(CAME);
    // Browsers tell a page before again where they are led on, and may tell another.
    var page = Stand.text(stand.get(to, "referer", "https://other.example/"));
    assertThat(sent(page).arrival()).isEqualTo(CAME);
  }

  @Test
  void aCallToActionTellsItAndHandsItOn() {
    var to = stand.get("/go/subscribe?at=site&lang=en&" + LINK, "referer", BAIDU);

    assertThat(stand.queue.take().getFirst().origin().arrival()).isEqualTo(CAME);
    var page = Stand.text(stand.get(to.headers().get("location")));
    assertThat(hidden(page)).containsAllEntriesOf(CAME);
  }

  @Test
  void pagesOfOthersGetTheCampaignAndNotWhereSomebodyWas() {
    var to = stand.get("/go/summit?" + LINK, "referer", BAIDU).headers().get("location");

    assertThat(to)
        .startsWith("https://trellis.example/events/")
        .endsWith("?bd_vid=17&utm_source=baidu&utm_term=lead%20scoring");
  }

  @Test
  void aContentTellsItWithTheClickAndTheRead() {
    var path = "/c/" + stand.token("summit-deck", "send-1", "en");
    stand.get(path + "?" + LINK, "referer", BAIDU);
    stand.post(path + "/read?" + LINK + "&referrer=www.baidu.com", new byte[0]);

    assertThat(stand.queue.take())
        .hasSize(2)
        .allSatisfy(e ->
            assertThat(e.origin().arrival())
                .containsEntry("referrer", "www.baidu.com")
                .containsEntry("bd_vid", "17"));
  }

  @Test
  @Tag("R10")
  void theThankYouPageHandsItOnToWhatFollows() {
    var page = Stand.text(stand.get("/f/summit-deck?lang=en&" + LINK, "referer", BAIDU));
    stand.pass(Duration.ofMinutes(1));
    var fields = Stand.lin(hidden(page).get("nonce"));
    fields.putAll(hidden(page));
    var to = stand.submit("summit-deck", fields).headers().get("location");
    var thanks = Stand.text(stand.get(to, "referer", Stand.URL + "/f/summit-deck"));

    follow("/go/subscribe", thanks);
    assertThat(stand.queue.take().getLast().origin().arrival()).isEqualTo(CAME);
  }

  @Test
  @Tag("R10")
  void aContentHandsItOnToItsFileAndWhatFollows() {
    var path = "/c/" + stand.token("summit-deck", "send-1", "en");
    for (var lang : List.of("", "lang=zh&")) {
      var page = Stand.text(stand.get(path + "?" + lang + LINK, "referer", BAIDU));
      stand.queue.take();
      follow(path + "/file", page);
      follow("/go/", page);

      assertThat(stand.queue.take())
          .hasSize(2)
          .allSatisfy(e -> assertThat(e.origin().arrival()).isEqualTo(CAME));
    }
  }

  private void follow(String path, String page) {
    var link = Pattern.compile("href=\"(" + Pattern.quote(path) + "[^\"]*)\"").matcher(page);
    assertThat(link.find()).as(page).isTrue();
    stand.get(link.group(1).replace("&amp;", "&"), "cookie", Stand.BROWSER);
  }

  @Test
  void aPageHostedElsewhereGetsItWithTheFormAndMayTellMore() {
    var json = stand.get("/f/booth?" + LINK, "accept", "application/json", "referer", BAIDU);
    var definition = Json.parse(Stand.text(json));
    assertThat(definition.get("arrival")).isEqualTo(CAME);

    stand.pass(Duration.ofMinutes(1));
    var fields = new TreeMap<String, Object>(CAME);
    fields.put("nonce", definition.get("nonce"));
    fields.put("email", "a@example.com");
    fields.put("referrer", "https://cn.bing.com/");
    fields.put("utm_content", "a@example.com");
    var body = Json.compose(fields).getBytes(StandardCharsets.UTF_8);
    stand.post(
        "/f/booth", body, "content-type", "application/json", "referer", "https://host.example/");

    var expected = new TreeMap<>(CAME);
    expected.put("referrer", "cn.bing.com");
    assertThat(stand.queue.take().getFirst().origin().arrival()).isEqualTo(expected);
  }

  @Test
  void whoeverTellsNothingCameFromNowhere() {
    assertThat(sent(Stand.text(stand.get("/f/summit-deck"))).arrival()).isEmpty();
    stand.get("/q/summit-talk", "referer", Stand.URL + "/f/summit-deck?" + LINK);
    assertThat(stand.queue.take().getFirst().origin().arrival()).isEmpty();
  }

  private Origin sent(String page) {
    stand.pass(Duration.ofMinutes(1));
    var hidden = hidden(page);
    var fields = Stand.lin(hidden.get("nonce"));
    fields.putAll(hidden);
    assertThat(stand.submit("summit-deck", fields).status()).isEqualTo(303);
    return stand.queue.take().getLast().origin();
  }

  private static TreeMap<String, String> hidden(String page) {
    var fields = new TreeMap<String, String>();
    HIDDEN.matcher(page).results().forEach(m -> fields.put(m.group(1), m.group(2)));
    return fields;
  }
}
