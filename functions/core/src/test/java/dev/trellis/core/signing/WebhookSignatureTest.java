package dev.trellis.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.http.Request;
import dev.trellis.core.signing.WebhookSignature.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R105")
class WebhookSignatureTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final String OLD = secret("the secret that is being replaced");
  private static final String NEW = secret("the secret that replaces the other");

  private final WebhookSignature signature = new WebhookSignature(NEW + " " + OLD);

  @Test
  void bothSecretsHoldWhileOneReplacesTheOther() throws Exception {
    assertThat(signature.check(signed(OLD, NOW, "{}"), NOW)).isEqualTo(Verdict.GENUINE);
    assertThat(signature.check(signed(NEW, NOW, "{}"), NOW)).isEqualTo(Verdict.GENUINE);
    assertThat(signature.check(signed(secret("another"), NOW, "{}"), NOW))
        .isEqualTo(Verdict.FORGED);
  }

  @Test
  void oneGenuineSignatureAmongSeveralIsEnough() throws Exception {
    var request = signed(NEW, NOW, "{}");
    request.headers().compute("webhook-signature", (_, s) -> "v1,AAAA v2,BBBB " + s);
    assertThat(signature.check(request, NOW)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void holdsForFiveMinutesOnBothSidesOfOurClock() throws Exception {
    var request = signed(NEW, NOW, "{}");
    assertThat(signature.check(request, NOW.plusSeconds(300))).isEqualTo(Verdict.GENUINE);
    assertThat(signature.check(request, NOW.plusSeconds(301))).isEqualTo(Verdict.STALE);
    assertThat(signature.check(request, NOW.minusSeconds(300))).isEqualTo(Verdict.GENUINE);
    assertThat(signature.check(request, NOW.minusSeconds(301))).isEqualTo(Verdict.STALE);
  }

  @Test
  void aChangedBodyIdOrTimeIsForged() throws Exception {
    var request = signed(NEW, NOW, "{\"a\":1}");
    assertThat(signature.check(with(request, "{\"a\":2}".getBytes(StandardCharsets.UTF_8)), NOW))
        .isEqualTo(Verdict.FORGED);
    for (var change : Map.of("webhook-id", "m2", "webhook-timestamp", "1772416801").entrySet()) {
      var changed = signed(NEW, NOW, "{\"a\":1}");
      changed.headers().put(change.getKey(), change.getValue());
      assertThat(signature.check(changed, NOW)).as(change.getKey()).isEqualTo(Verdict.FORGED);
    }
  }

  @Test
  void aMissingOrUnreadableHeaderIsUnsigned() throws Exception {
    for (var header : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
      var request = signed(NEW, NOW, "{}");
      request.headers().remove(header);
      assertThat(signature.check(request, NOW)).as(header).isEqualTo(Verdict.UNSIGNED);
    }
    for (var time : new String[] {"", "-1", "1.5", "soon", "99999999999999999999"}) {
      var request = signed(NEW, NOW, "{}");
      request.headers().put("webhook-timestamp", time);
      assertThat(signature.check(request, NOW)).as(time).isEqualTo(Verdict.UNSIGNED);
    }
  }

  @Test
  void aBodyThatIsNotUtf8IsUnsigned() throws Exception {
    var request = with(signed(NEW, NOW, "\uFFFD"), new byte[] {(byte) 0xC3});
    assertThat(signature.check(request, NOW)).isEqualTo(Verdict.UNSIGNED);
  }

  private static Request signed(String secret, Instant at, String body) throws Exception {
    var headers = new HashMap<String, String>();
    headers.put("webhook-id", "m1");
    headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
    headers.put("webhook-signature", new Webhook(secret).sign("m1", at.getEpochSecond(), body));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Request("POST", "/events", Map.of(), Map.of(), headers, Map.of(), bytes);
  }

  private static Request with(Request r, byte[] body) {
    return new Request(
        r.method(), r.path(), r.pathParameters(), r.query(), r.headers(), r.cookies(), body);
  }

  private static String secret(String key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
