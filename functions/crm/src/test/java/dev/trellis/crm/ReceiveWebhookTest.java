package dev.trellis.crm;

import static dev.trellis.crm.Fixtures.NOON;
import static dev.trellis.crm.Fixtures.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.memory.FixedSecrets;
import dev.trellis.memory.InMemoryQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R105")
class ReceiveWebhookTest {

  private static final String ACCEPTED =
      """
      {"type":"lead.accepted","timestamp":"2026-03-02T11:59:00Z","data":{"handoff":"h1",\
      "lead":"Llin","crmId":"42","actor":"sales-7","values":{"mainNeed":"lead-scoring",\
      "products":["journeys","scoring"],"shoeSize":"44"}}}\
      """;

  private final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  private final ReceiveWebhook receive = receiving(Map.of("crm.stand-in", SECRET));

  @Test
  void anAcceptedLeadBecomesALeadEventInOurWords() {
    var response = receive.receive(signed("msg-1", ACCEPTED));

    assertThat(response.status()).isEqualTo(202);
    var event = events.sent().getFirst();
    assertThat(event.id()).isEqualTo(Ids.derived("crm", "stand-in", "msg-1"));
    assertThat(text(response)).contains(event.id());
    assertThat(event.lead()).isEqualTo("Llin");
    assertThat(event.channel()).isEqualTo(Channel.CRM);
    assertThat(event.occurredAt()).isEqualTo(NOON.minusSeconds(60));
    assertThat(event.identities()).containsExactly(Identity.parse("crm:stand-in/42"));
    assertThat(event.happening())
        .isEqualTo(
            new CrmChanged(
                "stand-in",
                "h1",
                "accepted",
                null,
                null,
                "sales-7",
                new TreeMap<>(Map.of("need", "lead-scoring", "products", "journeys,scoring"))));
  }

  @Test
  void theSameWebhookAgainIsTheSameEvent() {
    assertThat(receive.receive(signed("msg-1", ACCEPTED)).status()).isEqualTo(202);
    assertThat(receive.receive(signed("msg-1", ACCEPTED)).status()).isEqualTo(202);

    assertThat(events.sent()).hasSize(2);
    assertThat(events.sent().getFirst()).isEqualTo(events.sent().getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "lead.received, '',                         received",
    "lead.accepted, '',                         accepted",
    "lead.returned, ',\"reason\":\"no-budget\"', returned",
    "lead.stage,    ',\"stage\":\"solution\"',   stage",
    "deal.won,      '',                         won",
    "deal.lost,     ',\"reason\":\"price\"',     lost",
  })
  void eachTypeHasItsStatus(String type, String more, String status) {
    var body = body(type, "\"lead\":\"Llin\"" + more);

    assertThat(receive.receive(signed("msg-1", body)).status()).isEqualTo(202);
    assertThat(((CrmChanged) events.sent().getFirst().happening()).status()).isEqualTo(status);
  }

  @Test
  void aLeadMayBeNamedByTheCrmsOwnId() {
    receive.receive(signed("msg-1", body("deal.won", "\"crmId\":\"42\"")));

    assertThat(events.sent().getFirst().lead()).isNull();
    assertThat(events.sent().getFirst().identities())
        .containsExactly(Identity.parse("crm:stand-in/42"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lead.returned | \"lead\":\"L1\"                       | data.reason must say why",
        "lead.returned | \"lead\":\"L1\",\"reason\":\" \"      | data.reason must say why",
        "lead.stage    | \"lead\":\"L1\"                       | data.stage must name",
        "lead.liked    | \"lead\":\"L1\"                       | type must be one of deal.lost",
        "lead.accepted | \"actor\":\"a\"                       | data.lead or data.crmId",
        "lead.accepted | \"lead\":\"no such id\"               | data.lead is not an id",
        "lead.accepted | \"lead\":7                            | lead must be a text",
        "lead.accepted | \"lead\":\"L1\",\"values\":[]         | values must be an object",
        "lead.accepted | \"lead\":\"L1\",\"values\":{\"email\":{}} | data.values.email must be",
        "lead.accepted | \"lead\":\"L1\",\"actor\":\"a\\nb\"     | actor holds line breaks",
      })
  void whatIsUnclearIsSaid(String type, String data, String problem) {
    var response = receive.receive(signed("msg-1", body(type, data)));

    assertThat(response.status()).isEqualTo(422);
    assertThat(text(response)).contains(problem);
    assertThat(events.sent()).isEmpty();
  }

  @Test
  @Tag("R17")
  void aCorrectedAddressOrNumberNamesTheLeadInNormalForm() {
    var values = ",\"values\":{\"email\":\"Lin@Example.com\",\"mobilePhone\":\"138 0013 8000\"}";
    receive.receive(signed("msg-1", body("lead.received", "\"lead\":\"L1\"" + values)));

    var event = events.sent().getFirst();
    assertThat(event.lead()).isEqualTo("L1");
    assertThat(event.identities())
        .containsExactly(
            Identity.parse("email:lin@example.com"), Identity.parse("phone:+8613800138000"));
    assertThat(((CrmChanged) event.happening()).values())
        .containsEntry("email", "lin@example.com")
        .containsEntry("mobile", "+8613800138000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "industry | \"finance\"                  | finance",
        "industry | \"Financial services\"       | finance",
        "industry | \"银行业\"                    | finance",
        "industry | \"航天\"                      | 航天",
        "need     | [\"线索评分\",\"tag-system\"] | lead-scoring,tag-system",
        "company  | \"Example, Inc.,\"           | Example, Inc.,",
      })
  @Tag("R24")
  void aLabelBecomesTheOptionThatItMeans(String field, String told, String option) {
    var theirs = Map.of("industry", "industry", "need", "mainNeed", "company", "accountName");
    var values = ",\"values\":{\"" + theirs.get(field) + "\":" + told + "}";
    receive.receive(signed("msg-1", body("lead.received", "\"lead\":\"L1\"" + values)));

    assertThat(((CrmChanged) events.sent().getFirst().happening()).values())
        .containsExactly(Map.entry(field, option));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T12:05:00Z,      202",
    "2026-03-02T12:05:00.001Z,  422",
    "2026-03-02T20:00:00+08:00, 202",
    "2020-01-01T00:00:00Z,      202",
    "1969-12-31T00:00:00Z,      422",
    "yesterday,                 422",
  })
  void whatHappenedLiesBehindUs(String timestamp, int status) {
    var body =
        "{\"type\":\"deal.won\",\"timestamp\":\"%s\",\"data\":{\"lead\":\"L1\"}}"
            .formatted(timestamp);

    assertThat(receive.receive(signed("msg-1", body)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"type\":1}", "null"})
  void whatIsNoMessageIsRefused(String body) {
    assertThat(receive.receive(signed("msg-1", body)).status()).isEqualTo(422);
    assertThat(events.sent()).isEmpty();
  }

  @Test
  void anUnknownSourceIsNotFound() {
    assertRefused(404, request("other", headers("msg-1", ACCEPTED, 0), ACCEPTED));
  }

  @Test
  void aBodyOf32KbIsTakenAndOneByteMoreIsNot() {
    var padding = ACCEPTED + " ".repeat(32 * 1024 - ACCEPTED.length());
    assertThat(receive.receive(signed("msg-1", padding)).status()).isEqualTo(202);

    events.take();
    assertThat(receive.receive(signed("msg-1", padding + " ")).status()).isEqualTo(413);
    assertThat(events.take()).isEmpty();
  }

  @Test
  void onlyJsonIsTaken() {
    var headers = headers("msg-1", ACCEPTED, 0);
    headers.put("content-type", "text/plain");
    assertRefused(415, request("stand-in", headers, ACCEPTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void anUnsignedWebhookIsRefused(String missing) {
    var headers = headers("msg-1", ACCEPTED, 0);
    headers.remove(missing);
    assertRefused(401, request("stand-in", headers, ACCEPTED));
  }

  @Test
  void aForgedWebhookIsRefused() {
    assertRefused(
        401,
        request(
            "stand-in", headers("msg-1", ACCEPTED, 0), ACCEPTED.replace("accepted", "received")));
  }

  @ParameterizedTest
  @CsvSource({"-301, 401", "-300, 202", "300, 202", "301, 401"})
  void aSignatureHoldsForFiveMinutes(long seconds, int status) {
    var request = request("stand-in", headers("msg-1", ACCEPTED, seconds), ACCEPTED);

    assertThat(receive.receive(request).status()).isEqualTo(status);
    assertThat(events.sent()).hasSize(status == 202 ? 1 : 0);
  }

  @Test
  void withoutASecretNobodyIsTrusted() {
    for (var secrets : List.of(Map.<String, String>of(), Map.of("crm.stand-in", " "))) {
      var response = receiving(secrets).receive(signed("msg-1", ACCEPTED));
      assertThat(response.status()).isEqualTo(401);
    }
    assertThat(events.sent()).isEmpty();
  }

  private void assertRefused(int status, Request request) {
    assertThat(receive.receive(request).status()).isEqualTo(status);
    assertThat(events.sent()).isEmpty();
  }

  private ReceiveWebhook receiving(Map<String, String> secrets) {
    return new ReceiveWebhook(
        Fixtures.PLAYBOOK, new FixedSecrets(secrets), events, InstantSource.fixed(NOON));
  }

  private static String body(String type, String data) {
    return "{\"type\":\"%s\",\"timestamp\":\"2026-03-02T11:59:00Z\",\"data\":{%s}}"
        .formatted(type, data);
  }

  private static Request signed(String id, String body) {
    return request("stand-in", headers(id, body, 0), body);
  }

  private static Map<String, String> headers(String id, String body, long secondsAhead) {
    long timestamp = NOON.getEpochSecond() + secondsAhead;
    return new HashMap<>(
        Map.of(
            "content-type",
            "application/json; charset=utf-8",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            Fixtures.signature(SECRET, id, timestamp, body)));
  }

  private static Request request(String source, Map<String, String> headers, String body) {
    return new Request(
        "POST",
        "/crm/" + source,
        Map.of("source", source),
        Map.of(),
        headers,
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
