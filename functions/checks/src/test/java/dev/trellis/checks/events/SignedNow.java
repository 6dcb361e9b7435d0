package dev.trellis.checks.events;

import module java.base;

import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.json.Json;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.nurture.mail.UnsubscribeLinks;

/** Signs again what the files hold signed: by the clock of a process it is long over. */
final class SignedNow {

  private SignedNow() {}

  static String text(SampleEvent sample) {
    var now = Instant.now();
    var json = Placeholders.fill(sample, now);
    var event = Json.parse(json);
    return switch (String.valueOf(event.get("routeKey"))) {
      case "POST /crm/{source}" -> webhook(json, (Map<?, ?>) event.get("headers"), now);
      case "POST /f/{form}" -> submission(sample, json, (String) event.get("body"), now);
      case "POST /u/{token}" -> unsubscribe(sample, json, event.get("pathParameters"), now);
      default -> json;
    };
  }

  private static String webhook(String json, Map<?, ?> headers, Instant now) {
    return json.replace(
            quoted(headers.get("webhook-timestamp")), quoted(Long.toString(now.getEpochSecond())))
        .replace(
            quoted(headers.get("webhook-signature")), quoted(Placeholders.signature(json, now)));
  }

  private static String submission(SampleEvent sample, String json, String body, Instant now) {
    var form = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    var nonce = Placeholders.nonce(Keys.signing(sample), now.minusSeconds(60));
    return json.replace(
        quoted(body),
        quoted(Placeholders.base64(form.replaceFirst("nonce=[^&]*", "nonce=" + nonce))));
  }

  private static String unsubscribe(
      SampleEvent sample, String json, Object parameters, Instant now) {
    var keys = KeyRing.of(Keys.signing(sample));
    var old = (String) ((Map<?, ?>) parameters).get("token");
    return json.replace(
        old, new UnsubscribeLinks(keys, new SuppressionKeys(keys)).make("L0001", "send-1", now));
  }

  private static String quoted(Object text) {
    return "\"" + text + "\"";
  }
}
