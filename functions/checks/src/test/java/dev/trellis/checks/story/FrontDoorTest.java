package dev.trellis.checks.story;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.trellis.core.json.Json;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes in by the front door, and what must not: bad input, robots, machines. */
class FrontDoorTest extends TownStory {

  @Test
  @Tag("R5")
  void theQrCodeLeadsToItsScanAddress() throws Exception {
    var visitor = town.visitor("zh");
    var png = ImageIO.read(new ByteArrayInputStream(visitor.get("/q/summit-talk.png").body()));
    int width = png.getWidth();
    int height = png.getHeight();
    var pixels = png.getRGB(0, 0, width, height, null, 0, width);
    var image = new HybridBinarizer(new RGBLuminanceSource(width, height, pixels));
    var decoded = new MultiFormatReader().decode(new BinaryBitmap(image));

    assertThat(decoded.getText()).isEqualTo(town.url() + "/q/summit-talk");
    assertThat(visitor.page("/q/summit-talk.svg")).contains("<svg");
    assertThat(visitor.page("/")).contains("/q/summit-talk.svg");
  }

  @Test
  @Tag("R5")
  @Tag("R9")
  void aScanIsATouchEvenIfNothingFollows() throws Exception {
    var before = town.leads().size();
    var answer = town.visitor("en").get("/q/summit-talk");
    town.quiet();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/f/summit-deck?code=summit-talk");
    var leads = town.leads();
    assertThat(leads).hasSize(before + 1);
    var lead = town.json("/local/leads/" + leads.getFirst().at("id").text());
    assertThat(lead.at("events").texts("kind")).containsExactly("CodeScanned");
    assertThat(lead.at("events", 0, "origin", "placement").text()).isEqualTo("closing-slide");
    assertThat(lead.at("placement", "stage").text()).isEqualTo("traffic");
  }

  @Test
  @Tag("R82")
  void machinesMoveNothingAndTheViewSaysWhy() throws Exception {
    var scanner = town.register("scanned@example.cn", Map.of("mobile", "13800138013"));
    var mail = town.mailsTo("scanned@example.cn").getFirst();
    var links = mail.at("links").list().stream().map(View::text).toList();
    var link = links.stream().filter(l -> l.contains("/c/")).findFirst().orElseThrow();
    // At once: the mail has just been delivered.
    scanner.post(link + "/read", "application/json", "{}");
    town.quiet();
    assertThat(tag("scanned@example.cn")).isEmpty();
    var before = town.lead("scanned@example.cn").at("score", "activity", "points").value();
    town.pass(Duration.ofMinutes(5));
    assertThat(scanner.head(link).statusCode()).isEqualTo(200);
    for (var one : links) {
      scanner.get(one);
    }
    scanner.post(link + "/read", "application/json", "{}");
    town.quiet();

    var lead = town.lead("scanned@example.cn");
    assertThat(lead.at("events").list().stream().map(e -> e.at("machine").toString()))
        .contains("within-two-seconds", "head", "all-links-at-once");
    assertThat(tag("scanned@example.cn")).isEmpty();
    assertThat(lead.at("score", "activity", "points").value()).isEqualTo(before);

    town.pass(Duration.ofMinutes(5));
    scanner.post(link + "/read", "application/json", "{}");
    town.quiet();
    assertThat(tag("scanned@example.cn")).as("a person").hasSize(1);
  }

  @Test
  @Tag("R6")
  void aFloodForSomebodyElsesAddressStopsAtThreeMails() throws Exception {
    for (int i = 0; i < 5; i++) {
      town.register("flooded@example.cn", Map.of());
    }

    assertThat(town.mailsTo("flooded@example.cn")).hasSize(3);
    assertThat(town.lead("flooded@example.cn").at("mails").list())
        .filteredOn(mail -> "over-budget".equals(mail.at("reason").value()))
        .hasSize(2);
  }

  @Test
  @Tag("R18")
  void theSameSubmissionTwiceIsOneEventAndOneMail() throws Exception {
    var visitor = town.visitor("en");
    var fields = visitor.open("/f/summit-deck?code=summit-talk");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("twice@example.cn"));
    var first = visitor.post("/f/summit-deck", fields);
    var second = visitor.post("/f/summit-deck", fields);
    town.pass(Duration.ofMinutes(5));
    var reloaded = visitor.post("/f/summit-deck", fields);
    fields.putAll(Town.person("corrected@example.cn"));
    fields.put("mobile", "13800138077");
    var corrected = visitor.post("/f/summit-deck", fields);
    town.quiet();

    for (var answer : List.of(first, second, reloaded, corrected)) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("location"))
          .isEqualTo(first.headers().firstValue("location"));
    }
    assertThat(town.mailsTo("twice@example.cn")).hasSize(1);
    assertThat(town.mailsTo("corrected@example.cn")).hasSize(1);
  }

  @Test
  void badInputIsRefusedClearlyAndStoresNothing() throws Exception {
    var leads = town.leads().size();
    var visitor = town.visitor("en");

    assertThat(visitor.get("/f/nothing").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/q/nothing").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/c/nothing").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/u/nothing").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/f/summit-deck", "text/xml", "<a/>").statusCode()).isEqualTo(415);
    assertThat(
            visitor
                .post(
                    "/f/summit-deck",
                    "application/x-www-form-urlencoded",
                    "a=" + "x".repeat(33_000))
                .statusCode())
        .isEqualTo(413);
    for (var route : List.of("/events", "/crm/stand-in")) {
      assertThat(visitor.post(route, "application/json", "{}").statusCode()).isEqualTo(401);
    }

    var fields = visitor.open("/f/summit-deck");
    town.pass(Duration.ofSeconds(20));
    fields.putAll(Town.person("not an address"));
    fields.put("mobile", "12");
    fields.remove("consent");
    var refused = visitor.post("/f/summit-deck", fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visitor.text(refused))
        .contains("not an address", "示例制造有限公司", "error-email", "error-mobile", "error-consent")
        .doesNotContain("error-name");
    town.quiet();
    assertThat(town.leads()).hasSize(leads);
  }

  @Test
  void noRouteReadsABodyOfMoreThan32Kilobytes() throws Exception {
    var visitor = town.visitor("en");
    var body = "a=" + "x".repeat(32 * 1024);
    for (var route :
        List.of("/f/summit-deck", "/f/x", "/c/x/read", "/events", "/crm/stand-in", "/u/x")) {
      assertThat(visitor.post(route, "application/json", body).statusCode()).isEqualTo(413);
    }
    assertThat(visitor.post("/confirm/x", "text/plain", body).statusCode()).isEqualTo(413);
  }

  @Test
  void robotsGetTheThankYouAndNoLeadIsMadeOfThem() throws Exception {
    var visitor = town.visitor("en");
    var hasty = visitor.open("/f/summit-deck");
    hasty.putAll(Town.person("hasty@example.cn"));
    assertThat(visitor.post("/f/summit-deck", hasty).statusCode()).isEqualTo(422);

    var sticky = visitor.open("/f/summit-deck");
    town.pass(Duration.ofSeconds(20));
    sticky.putAll(Town.person("sticky@example.cn"));
    sticky.put("comments", "https://example.com");
    assertThat(visitor.post("/f/summit-deck", sticky).statusCode()).isEqualTo(303);
    town.quiet();

    assertThat(town.json("/local/leads").texts("email"))
        .doesNotContain("hasty@example.cn", "sticky@example.cn");
    assertThat(town.mailsTo("hasty@example.cn")).isEmpty();
    assertThat(town.json("/local/quarantine").toString())
        .contains("the field was filled in that people cannot see", "sticky@example.cn")
        .doesNotContain("hasty@example.cn");
  }

  @Test
  void aFormHostedElsewherePostsJson() throws Exception {
    var visitor = town.visitor("en");
    var definition =
        Json.parse(
            new String(
                java.net.http.HttpClient.newHttpClient()
                    .send(
                        java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(town.url() + "/f/summit-deck"))
                            .header("Accept", "application/json")
                            .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                    .body(),
                StandardCharsets.UTF_8));
    town.pass(Duration.ofSeconds(20));
    var person = new java.util.TreeMap<String, Object>(Town.person("json@example.cn"));
    person.put("nonce", definition.get("nonce"));
    person.put("consent", true);
    var answer = visitor.post("/f/summit-deck", "application/json", Json.compose(person));
    town.quiet();

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(Visitor.text(answer)).contains("\"receipt\"");
    assertThat(town.mailsTo("json@example.cn")).hasSize(1);
  }
}
