package dev.trellis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.http.Request;
import org.junit.jupiter.api.Test;

/** Whatever somebody sends is answered, and never as if it were our fault. */
class OddRequestsTest {

  private static final int ROUNDS = 4000;

  private static final List<String> METHODS =
      List.of("GET", "GET", "HEAD", "POST", "POST", "POST", "OPTIONS", "PUT", "");

  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/json",
          "application/json; charset=utf-16",
          "multipart/form-data",
          ";",
          "");

  private static final List<String> FIELDS =
      List.of(
          "nonce",
          "lang",
          "code",
          "kiosk",
          "name",
          "email",
          "mobile",
          "industry",
          "need",
          "plan",
          "consent",
          "comments",
          "seconds",
          "again",
          "at",
          "for",
          "events",
          "",
          "%00");

  private static final List<String> VALUES =
      List.of(
          "",
          "yes",
          "en",
          "zh",
          "xx",
          "1",
          "-1",
          "99999999999999999999",
          "NaN",
          "null",
          "[]",
          "{}",
          "%",
          "%4",
          "%ff",
          "%00",
          "\0",
          "\n",
          "\ud800",
          "\u202e",
          "𠮷",
          "a@b",
          "a@example.com",
          "+8613800138000",
          "manufacturing",
          "../../x",
          "<b>",
          "'; --",
          "x".repeat(3000));

  private final Stand stand = new Stand();
  private final Random random = new Random(7);
  private final String nonce = stand.nonce("summit-deck");
  private final List<String> paths =
      List.of(
          "/f/summit-deck",
          "/f/summit-deck",
          "/f/summit-deck/thanks",
          "/f/survey",
          "/q/summit-talk",
          "/q/summit-talk.svg",
          "/q/.png",
          "/c/" + stand.token("summit-deck", "send-1", "zh"),
          "/c/" + stand.token("summit-deck", "send-1", "zh") + "/file",
          "/c/" + stand.token("stray", "", "") + "/read",
          "/c/x/read",
          "/go/subscribe",
          "/go/x",
          "/events",
          "/",
          "");

  @Test
  void isAnsweredAndNeverAsOurFault() {
    var seen = new TreeSet<Integer>();
    for (int i = 0; i < ROUNDS; i++) {
      var request = request();
      var status = stand.door.open(request).response().status();
      assertThat(status).as("round %d: %s", i, request).isBetween(200, 499);
      seen.add(status);
      stand.pass(Duration.ofSeconds(1));
    }
    assertThat(seen).contains(200, 204, 302, 303, 400, 401, 404, 415, 422);
    assertThat(stand.queue.sent()).isNotEmpty();
  }

  private Request request() {
    return new Request(
        one(METHODS),
        one(paths),
        Map.of(),
        fields(),
        headers(),
        random.nextBoolean() ? Map.of() : Map.of("trellis", one(VALUES)),
        body());
  }

  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    headers.put("content-type", one(TYPES));
    for (var name : List.of("accept", "accept-language", "user-agent", "webhook-id", "cookie")) {
      if (random.nextBoolean()) {
        headers.put(name, one(VALUES));
      }
    }
    return headers;
  }

  private Map<String, String> fields() {
    var fields = new TreeMap<String, String>();
    for (int i = random.nextInt(6); i > 0; i--) {
      fields.put(one(FIELDS), one(VALUES));
    }
    return fields;
  }

  private byte[] body() {
    var bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return switch (random.nextInt(4)) {
      case 0 -> bytes;
      case 1 -> json().getBytes(StandardCharsets.UTF_8);
      case 2 -> Stand.encoded(filled()).getBytes(StandardCharsets.UTF_8);
      default -> String.join("&", fields().values()).getBytes(StandardCharsets.UTF_8);
    };
  }

  private Map<String, String> filled() {
    var filled = Stand.lin(nonce);
    filled.putAll(fields());
    return filled;
  }

  private String json() {
    return "{\"" + one(FIELDS) + "\":" + one(List.of("null", "[]", "1e400", "\"x\"", "{}")) + "}";
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
