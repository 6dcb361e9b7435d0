package dev.trellis.capture;

import static dev.trellis.core.identity.IdentityType.EMAIL;
import static dev.trellis.core.identity.IdentityType.OPENID;
import static dev.trellis.core.identity.Proof.TYPED;
import static dev.trellis.core.identity.Proof.VOUCHED;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R1")
class AcceptEventsTest {

  private final Stand stand = new Stand();

  @ParameterizedTest
  @CsvSource({
    "web,         PageVisited,     '\"page\":\"/pricing\",\"seconds\":30'",
    "wechat,      ChannelFollowed, '\"account\":\"trellis\",\"scene\":\"summit-talk\"'",
    "wecom,       CallRecorded,    '\"actor\":\"sdr-1\",\"outcome\":\"spoke\"'",
    "shop,        PageVisited,     '\"page\":\"shop/trial\"'",
    "expo,        EventAttended,   '\"event\":\"summit-2026\"'",
    "training,    EventAttended,   '\"event\":\"course-1\",\"seconds\":3600'",
    "after-sales, CallRecorded,    '\"outcome\":\"ticket\"'",
    "mail,        ContentRead,     '\"content\":\"summit-deck\",\"version\":1'",
    "import,      RecordImported, "
        + " '\"batch\":\"b1\",\"line\":7,\"values\":{\"company\":\"Example\"}'"
  })
  void everyChannelTellsInTheSameForm(String channel, String kind, String members) {
    var response = send(batch(event(channel, kind, members)));
    assertThat(response.status()).isEqualTo(202);
    assertThat(Json.parse(Stand.text(response))).containsEntry("count", 1);
    assertThat(stand.queue.sent())
        .singleElement()
        .satisfies(e -> {
          assertThat(Json.tree(e.channel())).isEqualTo(channel);
          assertThat(e.kind()).isEqualTo(kind);
        });
  }

  @Test
  @Tag("R17")
  void whomTheValuesOfARowNameIsNamedByTheEvent() {
    var values = "{\"email\":\"Lin@Example.com; ｙue@example.cn\",\"mobile\":\"138 0013 8000\"}";
    var row = "\"batch\":\"b1\",\"values\":" + values;
    assertThat(send(batch(event("import", "RecordImported", row))).status()).isEqualTo(202);
    assertThat(stand.queue.sent().getFirst().identities())
        .extracting(Identity::toString)
        .containsExactly(
            "email:lin@example.com", "email:yue@example.cn", "phone:+8613800138000", "openid:o1");
  }

  @Test
  @Tag("R24")
  void aCallSaysByWhoseKeyItWasTold() {
    var call = event("wecom", "CallRecorded", "\"outcome\":\"spoke\"");

    assertThat(send(batch(call)).status()).isEqualTo(202);

    assertThat(stand.queue.sent().getFirst().standing().teller()).isEqualTo("events");
  }

  @Test
  void identitiesComeInNormalForm() {
    var event =
        event("web", "PageVisited", "\"page\":\"/\"")
            .replace("\"openid:o1\"", "\"email:Lin.Yue@Example.com\",\"phone:138 0013 8000\"");
    assertThat(send(batch(event)).status()).isEqualTo(202);
    assertThat(stand.queue.sent().getFirst().identities())
        .extracting(Identity::toString)
        .containsExactly("email:lin.yue@example.com", "phone:+8613800138000");
  }

  @Test
  void oneBadEventRefusesTheWholeBatchAndIsNamed() {
    var good = event("web", "PageVisited", "\"page\":\"/\"");
    var bad = event("web", "MailSent", "\"sendId\":\"s1\"");
    var response = send(batch(good + "," + bad + "," + good + ",7"));
    assertThat(response.status()).isEqualTo(422);
    assertThat(Json.parse(Stand.text(response)).get("errors"))
        .isEqualTo(
            List.of(
                Map.of("index", 1, "reason", "MailSent is not told from outside"),
                Map.of("index", 3, "reason", "an event is a JSON object")));
    assertThat(stand.queue.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FormSubmitted",
        "MailSent",
        "MailDelivered",
        "MailBounced",
        "MailComplained",
        "MailClicked",
        "Unsubscribed",
        "CrmChanged",
        "JourneyEnded",
        "Overridden",
        "Invented"
      })
  void whatOnlyWeCanKnowIsNotBelieved(String kind) {
    assertRefused(event("web", kind, "\"sendId\":\"s1\",\"page\":\"/\",\"status\":\"won\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"page\":\"a\\r\\nb\"",
        "\"page\":\"\\u0000\"",
        "\"page\":\"\\u202Egnp\"",
        "\"page\":\"\\ud800\"",
        "\"page\":\"\"",
        "\"page\":7",
        "\"page\":{}",
        "\"page\":\"/\",\"seconds\":\"long\"",
        "\"page\":\"/\",\"seconds\":1e999999"
      })
  void malformedHappeningsAreRefused(String members) {
    assertRefused(event("web", "PageVisited", members));
  }

  @Test
  void eventsThatNameNobodyOrNothingAreRefused() {
    var good = event("web", "PageVisited", "\"page\":\"/\"");
    for (var bad :
        List.of(
            good.replace("[\"openid:o1\"]", "[]"),
            good.replace("[\"openid:o1\"]", "[null]"),
            good.replace("openid:o1", "openid:"),
            good.replace("openid:o1", "email:nobody"),
            good.replace("openid:o1", "phone:12"),
            good.replace("openid:o1", "shoe:44"),
            good.replace("\"id\":\"e1\",", ""),
            good.replace("\"e1\"", "\"a b\""),
            good.replace("\"version\":1", "\"version\":2"),
            good.replace("\"web\"", "\"pigeon\""),
            event("web", "ContentRead", "\"content\":\"unknown\""),
            event("web", "ContentRead", "\"version\":1"),
            event("expo", "EventAttended", "\"seconds\":1"),
            event("expo", "CodeScanned", "\"x\":1"))) {
      assertRefused(bad);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crm.status",
        "crm.stage",
        "demoted",
        "mailbox",
        "mailPace",
        "submitted.f",
        "journey.j",
        "imported",
        "fit",
        "invented"
      })
  void whatOnlyWeAndTheCrmCanKnowIsNotBelievedAsAValueEither(String field) {
    var values = "{\"company\":\"Example\",\"" + field + "\":\"won\"}";
    assertRefused(event("import", "RecordImported", "\"batch\":\"b1\",\"values\":" + values));
    assertRefused(event("wecom", "CallRecorded", "\"outcome\":\"ok\",\"answers\":" + values));
  }

  @Test
  void whatThePlaybookAsksAndWhatPeopleAllowMayBeTold() {
    var values = "{\"company\":\"Example\",\"need\":\"lead-scoring\",\"consent\":\"no\"}";
    var row = event("import", "RecordImported", "\"batch\":\"b1\",\"values\":" + values);
    var call = event("wecom", "CallRecorded", "\"outcome\":\"ok\",\"answers\":" + values);
    assertThat(send(batch(row + "," + call.replace("e1", "e2"))).status()).isEqualTo(202);
  }

  @Test
  void whatGoesBeyondTheLimitsIsRefusedAtTheDoor() {
    var many = IntStream.range(0, 201).mapToObj(i -> "\"f" + i + "\":\"x\"").toList();
    var row = "\"batch\":\"b1\",\"values\":{" + String.join(",", many) + "}";
    assertRefused(event("import", "RecordImported", row));
    assertRefused(event("web", "PageVisited", "\"page\":\"/\",\"seconds\":" + Long.MAX_VALUE));
    var names = IntStream.range(0, 51).mapToObj(i -> "\"openid:o" + i + "\"").toList();
    assertRefused(
        event("web", "PageVisited", "\"page\":\"/\"")
            .replace("\"openid:o1\"", String.join(",", names)));
  }

  @Test
  void anEventMayBeFiveMinutesAheadAndTenYearsOld() {
    var now = Stand.NOON;
    var tenYears = now.atOffset(ZoneOffset.UTC).minusYears(10).toInstant();
    assertThat(send(batch(at(now.plusSeconds(300)) + "," + at(tenYears))).status()).isEqualTo(202);
    stand.queue.take();
    assertRefused(at(now.plusSeconds(300).plusMillis(1)));
    assertRefused(at(tenYears.minusMillis(1)));
  }

  @Test
  void aBatchHasOneToAHundredEvents() {
    var hundred = IntStream.range(0, 100).mapToObj(AcceptEventsTest::small).toList();
    assertThat(send(batch(String.join(",", hundred))).status()).isEqualTo(202);
    assertThat(stand.queue.take())
        .hasSize(100)
        .extracting(LeadEvent::channel)
        .containsOnly(Channel.WEB);
    var more = String.join(",", hundred) + "," + small(100);
    assertThat(send(batch(more)).status()).isEqualTo(422);
    assertThat(send(batch("")).status()).isEqualTo(422);
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  void aBadOrStaleSignatureWritesNothing() throws Exception {
    var body = batch(small(1));
    var now = Stand.NOON;
    assertThat(signed(body, now.minusSeconds(300), Stand.SECRET).status()).isEqualTo(202);
    assertThat(signed(body, now.plusSeconds(300), Stand.SECRET).status()).isEqualTo(202);
    stand.queue.take();
    assertThat(signed(body, now.minusSeconds(301), Stand.SECRET).status()).isEqualTo(401);
    assertThat(signed(body, now.plusSeconds(301), Stand.SECRET).status()).isEqualTo(401);
    assertThat(signed(body, now, "whsec_YW5vdGhlciBzZWNyZXQ=").status()).isEqualTo(401);
    assertThat(stand.post("/events", body.getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(401);
    assertThat(stand.queue.take()).isEmpty();
  }

  @Test
  @Tag("R17")
  void aPartnersKeyVouchesForWhatThePlaybookListsAndNoOtherForAny() throws Exception {
    var told =
        event("wechat", "ChannelFollowed", "\"account\":\"trellis\"")
            .replace("\"openid:o1\"", "\"openid:o1\",\"email:a@example.com\"")
            .replace("\"version\":1", "\"version\":1,\"standing\":{\"proof\":{\"*\":\"vouched\"}}");
    signed(batch(told), Stand.NOON, Stand.SECRET);
    signed(batch(told), Stand.NOON, Stand.WECHAT);

    var events = stand.queue.take();
    assertThat(events).extracting(e -> e.proof(OPENID)).containsExactly(TYPED, VOUCHED);
    assertThat(events).extracting(e -> e.proof(EMAIL)).containsExactly(TYPED, TYPED);
  }

  @Test
  @Tag("R17")
  void whichMailboxWasReadIsShownByNoPartner() {
    send(
        batch(event("web", "ContentRead", "\"content\":\"summit-deck\",\"mailbox\":\"aB3-xY_z\"")));

    assertThat(stand.queue.take())
        .singleElement()
        .extracting(e -> ((ContentRead) e.happening()).mailbox())
        .isNull();
  }

  @Test
  void bodiesThatAreNoBatchAreRefused() {
    for (var body :
        List.of("", "{}", "[]", "null", "{\"events\":{}}", "{\"events\":[", "[".repeat(9999))) {
      assertThat(send(body).status()).as(body).isEqualTo(400);
    }
    assertThat(send(" ".repeat(32 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(stand.queue.sent()).isEmpty();
  }

  private void assertRefused(String event) {
    var response = send(batch(event));
    assertThat(response.status()).as(event).isEqualTo(422);
    assertThat(Stand.text(response)).contains("\"index\":0");
    assertThat(stand.queue.take()).isEmpty();
  }

  private static String batch(String events) {
    return "{\"events\":[" + events + "]}";
  }

  private static String event(String channel, String kind, String members) {
    return """
    {"version":1,"id":"e1","occurredAt":"2026-03-02T11:59:00Z","channel":"%s",\
    "identities":["openid:o1"],"happening":{"kind":"%s",%s}}\
    """
        .formatted(channel, kind, members);
  }

  private static String at(Instant time) {
    return event("web", "PageVisited", "\"page\":\"/\"")
        .replace("2026-03-02T11:59:00Z", time.toString());
  }

  private static String small(int i) {
    return event("web", "PageVisited", "\"page\":\"/\"").replace("e1", "e" + i);
  }

  private Response send(String body) {
    try {
      return signed(body, Stand.NOON, Stand.SECRET);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Response signed(String body, Instant at, String secret) throws Exception {
    long seconds = at.getEpochSecond();
    return stand.post(
        "/events",
        body.getBytes(StandardCharsets.UTF_8),
        "content-type",
        "application/json",
        "webhook-id",
        "batch-1",
        "webhook-timestamp",
        String.valueOf(seconds),
        "webhook-signature",
        new Webhook(secret).sign("batch-1", seconds, body));
  }
}
