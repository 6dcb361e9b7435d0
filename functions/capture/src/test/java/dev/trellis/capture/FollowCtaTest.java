package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R10")
class FollowCtaTest {

  private static final Instant MAILED = Stand.NOON.minusSeconds(60);

  private final Stand stand = new Stand();

  @Test
  void leadsToTheFormAndTellsWhoFollowedFromWhere() {
    var to = stand.get("/go/subscribe?at=site&lang=en", "cookie", Stand.BROWSER);

    assertThat(to.status()).isEqualTo(302);
    assertThat(to.headers()).containsEntry("location", "/f/newsletter?lang=en");
    assertThat(to.cookies()).isEmpty();
    assertThat(told().identities())
        .extracting(Object::toString)
        .containsExactly("cookie:" + Stand.BROWSER);
    assertThat(told().channel()).isEqualTo(Channel.WEB);
    assertThat(told().happening()).isEqualTo(new CtaFollowed("subscribe", "site", null, null));
  }

  @Test
  void aBrowserThatWeDoNotKnowGetsACookie() {
    var to = stand.get("/go/subscribe?at=site");

    assertThat(to.cookies()).singleElement().asString().startsWith("trellis=");
    assertThat(to.cookies().getFirst()).contains(told().identities().first().value());
  }

  @Test
  void aLinkOfAMailNamesTheLeadAndTheMail() {
    var to = stand.get("/go/first-ninety-days?at=mail&for=" + token("first-ninety-days", "send-1"));

    assertThat(told().lead()).isEqualTo("L1");
    assertThat(told().channel()).isEqualTo(Channel.MAIL);
    assertThat(told().happening())
        .isEqualTo(new CtaFollowed("first-ninety-days", "mail", "send-1", MAILED));
    assertThat(location(to)).startsWith("/c/");
    assertThat(Stand.text(stand.get(location(to)))).contains("team of two");
  }

  @Test
  void whoeverWeDoNotKnowIsLedToTheFormThatOffersTheContent() {
    assertThat(location(stand.get("/go/first-ninety-days?lang=zh")))
        .isEqualTo("/f/newsletter?lang=zh");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/p, &utm_source=x&gclid=1, https://a.example/p?utm_source=x&gclid=1",
    "https://a.example/p?day=2, &gclid=1, https://a.example/p?day=2&gclid=1",
    "https://a.example/p#speakers, &gclid=1, https://a.example/p?gclid=1#speakers",
    "https://a.example/p?day=2#a?b, &gclid=1, https://a.example/p?day=2&gclid=1#a?b",
    "https://a.example/#/route, &gclid=1, https://a.example/?gclid=1#/route",
    "https://a.example/p#speakers, '', https://a.example/p#speakers"
  })
  void parametersStandBeforeTheFragmentOfAnAddress(String page, String more, String address) {
    assertThat(FollowCta.with(page, more)).isEqualTo(address);
  }

  @Test
  void aCommunityOrEventHasAPageOfItsOwn() {
    assertThat(location(stand.get("/go/community?at=thanks-page")))
        .startsWith("https://trellis.example/community?scene=scene.");
    assertThat(location(stand.get("/go/summit"))).startsWith("https://trellis.example/events/");
  }

  @Test
  @Tag("R7")
  void theSceneStandsForTheBrowserAndTellsNothingOfItsCookie() {
    var to = location(stand.get("/go/community?at=thanks-page", "cookie", Stand.BROWSER));

    var scene = to.substring(to.indexOf("scene=") + "scene=".length());
    assertThat(scene).doesNotContain(Stand.BROWSER);
    assertThat(told().identities())
        .extracting(Object::toString)
        .containsExactly("cookie:" + Stand.BROWSER, "cookie:" + scene);
  }

  @Test
  @Tag("R7")
  @Tag("R17")
  void theSceneStandsForTheBrowserWhoeverTheLinkWasMailedTo() {
    var target = "/go/community?at=content-page&for=" + token("community", "");

    var to = location(stand.get(target, "cookie", Stand.BROWSER));

    assertThat(to).startsWith("https://trellis.example/community?scene=scene.");
    var scene = to.substring(to.indexOf("scene=") + "scene=".length());
    assertThat(told().lead()).as("where the click counts").isEqualTo("L1");
    assertThat(told().identities())
        .extracting(Object::toString)
        .containsExactly("cookie:" + Stand.BROWSER, "cookie:" + scene);
    assertThat(location(stand.get("/go/community", "cookie", Stand.BROWSER)))
        .as("the same browser without the link")
        .isEqualTo(to);
    var other = stand.get(target);
    assertThat(location(other)).as("another browser").isNotEqualTo(to);
    assertThat(other.cookies()).singleElement().asString().startsWith("trellis=");
  }

  @Test
  @Tag("R7")
  void aPhoneThatScansTheThankYouPageFollowsForWhoeverJustSubmitted() throws Exception {
    var scanned = scannedFrom(stand.get("/f/summit-deck/thanks?lang=en", "cookie", Stand.BROWSER));

    assertThat(scanned).doesNotContain(Stand.BROWSER).hasSizeLessThan(150);
    for (var phone : new String[][] {{}, {"cookie", "the-phones-own--"}}) {
      var to = stand.get(scanned, phone);
      var own = stand.get("/go/community", "cookie", Stand.BROWSER);
      assertThat(location(to)).isEqualTo(location(own));
      assertThat(to.cookies()).as("nobody's phone becomes the laptop").isEmpty();
      var events = stand.queue.take();
      assertThat(events)
          .extracting(LeadEvent::identities)
          .hasSize(2)
          .containsOnly(events.getLast().identities());
    }
  }

  @Test
  @Tag("R7")
  void whatWeDidNotSealNamesNobody() throws Exception {
    var scanned = scannedFrom(stand.get("/f/summit-deck/thanks", "cookie", Stand.BROWSER));
    var forged = scanned.substring(0, scanned.length() - 4) + "AAAA";
    for (var target : new String[] {forged, "/go/community?by=", "/go/community?by=%C3%BC"}) {
      stand.get(target, "cookie", "the-phones-own--");
      assertThat(told().identities().toString()).contains("cookie:the-phones-own--");
    }
    assertThat(scannedFrom(stand.get("/f/summit-deck/thanks"))).doesNotContain("by=");
  }

  private static String scannedFrom(Response page) throws Exception {
    var image = Stand.text(page).replaceAll("(?s).*data:image/svg\\+xml;base64,([^\"]+)\".*", "$1");
    var svg = Base64.getDecoder().decode(image.replace("&#43;", "+"));
    var url = CodeReader.read(new String(svg, StandardCharsets.UTF_8));
    assertThat(url).startsWith(Stand.URL);
    return url.substring(Stand.URL.length());
  }

  @Test
  void nobodyCanMakeItLeadElsewhereOrBelieveAnythingElse() {
    assertThat(stand.get("/go/nothing").status()).isEqualTo(404);
    assertThat(stand.queue.take()).isEmpty();

    stand.get("/go/subscribe?at=moon&for=" + token("summit", "send-1"), "cookie", Stand.BROWSER);

    assertThat(told().lead()).isNull();
    assertThat(told().happening()).isEqualTo(new CtaFollowed("subscribe", null, null, null));
  }

  @Test
  @Tag("R82")
  void whatAMachineFollowsIsNoClick() {
    var target = "/go/subscribe?at=mail&for=" + token("subscribe", "send-1");

    stand.get(target, "user-agent", "Barracuda Sentinel");
    stand.open("HEAD", target, new byte[0]);
    stand.open("HEAD", "/go/subscribe", new byte[0]);

    assertThat(stand.queue.take())
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.happening()).isInstanceOf(MachineVisited.class));
  }

  @Test
  void withinAMinuteItIsTheSameClick() {
    stand.get("/go/subscribe", "cookie", Stand.BROWSER);
    stand.pass(Duration.ofSeconds(59));
    stand.get("/go/subscribe", "cookie", Stand.BROWSER);
    stand.pass(Duration.ofSeconds(1));
    stand.get("/go/subscribe", "cookie", Stand.BROWSER);

    assertThat(stand.queue.take().stream().map(LeadEvent::id).distinct()).hasSize(2);
  }

  @Test
  void contentAndThankYouPagesShowThoseThatHaveAPlaceThere() {
    var token = stand.token("summit-deck", "send-1", "en", MAILED);
    var content = Stand.text(stand.get("/c/" + token));
    var thanks = Stand.text(stand.get("/f/summit-deck/thanks?lang=en"));

    assertThat(content)
        .contains(
            "Get the ninety-day plan and our letters",
            "Read the ninety-day plan",
            "data:image/svg+xml;base64,")
        .doesNotContain("Hear our talk");
    assertThat(thanks)
        .contains("Get the ninety-day plan and our letters", "/go/community?at=thanks-page")
        .doesNotContain("Read the ninety-day plan");
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?lang=zh"))).contains("九十天起步计划与来信");
    stand.queue.take();

    stand.get(href(content, "subscribe"));

    assertThat(told().lead()).isEqualTo("L1");
    assertThat(told().happening())
        .isEqualTo(new CtaFollowed("subscribe", "content-page", null, null));
  }

  @Test
  void nothingLeadsToWhereThePersonIsOrAwayFromASharedDevice() {
    assertThat(Stand.text(stand.get("/f/newsletter/thanks"))).doesNotContain("/go/subscribe");
    assertThat(Stand.text(stand.get("/c/" + stand.token("basics-first-ninety-days", "", "en"))))
        .doesNotContain("/go/first-ninety-days");
    assertThat(Stand.text(stand.get("/f/booth/thanks"))).doesNotContain("/go/");
    assertThat(Stand.text(stand.get("/f/summit-deck/thanks?kiosk"))).doesNotContain("/go/");
  }

  private LeadEvent told() {
    return stand.queue.sent().getLast();
  }

  private static String location(Response response) {
    return response.headers().get("location");
  }

  private static String href(String page, String cta) {
    var matcher = Pattern.compile("href=\"(/go/" + cta + "[^\"]+)\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replace("&amp;", "&");
  }

  private String token(String cta, String sendId) {
    return ContentLinks.ofCtas(Stand.SIGNING)
        .make(new Link("L1", cta, sendId, "en", MAILED), Stand.NOON.plus(Duration.ofDays(30)));
  }
}
