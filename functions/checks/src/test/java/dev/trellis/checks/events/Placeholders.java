package dev.trellis.checks.events;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.json.Json;
import dev.trellis.core.signing.ContentLinks;
import dev.trellis.core.signing.ContentLinks.Link;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;

/**
 * Fills in what a sample event does not hold, since it is signed, dated or too long. A body in
 * {@code ${base64:...}} becomes the base64 in which API Gateway hands over what may be binary.
 */
final class Placeholders {

  private static final Pattern BASE64 = Pattern.compile("\\$\\{base64:([^}]*)}");
  private static final Duration DAY = Duration.ofDays(1);

  private Placeholders() {}

  static String fill(SampleEvent sample, Instant now) {
    var filled = sample.text();
    for (var value : values(Keys.signing(sample), now).entrySet()) {
      filled = filled.replace("${" + value.getKey() + "}", value.getValue());
    }
    filled =
        BASE64.matcher(filled).replaceAll(body -> Matcher.quoteReplacement(base64(body.group(1))));
    return filled.contains("${signature}")
        ? filled.replace("${signature}", signature(filled, now))
        : filled;
  }

  /** A nonce of the one form, in a page of its own. */
  static String nonce(String signing, Instant shownAt) {
    var milliseconds = Long.toString(shownAt.toEpochMilli());
    return new Tokens(KeyRing.of(signing), "nonce")
        .sign(shownAt.plus(DAY), "summit-deck", milliseconds, "page-" + milliseconds);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The Standard Webhooks signature of an HTTP event. */
  static String signature(String json, Instant now) {
    var event = Json.parse(json);
    var id = (String) ((Map<?, ?>) event.get("headers")).get("webhook-id");
    try {
      return new Webhook(Keys.WEBHOOK).sign(id, now.getEpochSecond(), (String) event.get("body"));
    } catch (Exception e) {
      throw new AssertionError("cannot sign", e);
    }
  }

  private static Map<String, String> values(String signing, Instant now) {
    var yesterday = now.minus(DAY).minusSeconds(1);
    return Map.of(
        "now", Long.toString(now.getEpochSecond()),
        "nonce", nonce(signing, now.minusSeconds(60)),
        "new-nonce", nonce(signing, now.minusSeconds(1)),
        "old-nonce", nonce(signing, yesterday),
        "33000-letters", "x".repeat(33_000),
        "content-token", link(signing, now.plus(DAY)),
        "old-content-token", link(signing, yesterday));
  }

  private static String link(String signing, Instant expiresAt) {
    var link = new Link("Llin", "summit-deck", "send-1", "en", null);
    return new ContentLinks(KeyRing.of(signing)).make(link, expiresAt);
  }
}
