package dev.trellis.core.signing;

import module java.base;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.trellis.core.http.Request;

/** Checks the Standard Webhooks signature of a request by our own clock. */
public final class WebhookSignature {

  /** How far the sender's clock may be from ours. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final int LONGEST_ID = 256;

  private final List<Webhook> keys;

  /**
   * @param secrets {@code whsec_…}, separated by a space while one replaces the other
   */
  public WebhookSignature(String secrets) {
    var all = new ArrayList<Webhook>();
    for (var secret : secrets.strip().split("\\s+")) {
      all.add(key(secret));
    }
    this.keys = List.copyOf(all);
  }

  /** What a signature is worth. */
  public enum Verdict {
    GENUINE,
    /** A header is missing or cannot be read. */
    UNSIGNED,
    /** Signed too long ago, or ahead of our time. */
    STALE,
    /** No signature in it was made with a secret of ours. */
    FORGED
  }

  public Verdict check(Request request, Instant now) {
    var id = request.header("webhook-id").filter(i -> !i.isBlank() && i.length() <= LONGEST_ID);
    var timestamp = request.header("webhook-timestamp").flatMap(WebhookSignature::seconds);
    var signatures = request.header("webhook-signature");
    var body = text(request.body());
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty() || body.isEmpty()) {
      return Verdict.UNSIGNED;
    }
    long seconds = timestamp.get();
    if (seconds < now.getEpochSecond() - TOLERANCE.toSeconds()
        || seconds > now.getEpochSecond() + TOLERANCE.toSeconds()) {
      return Verdict.STALE;
    }
    var given = signatures.get().split(" ");
    var genuine = false;
    for (var key : keys) {
      var expected = bytes(sign(key, id.get(), seconds, body.get()));
      for (var signature : given) {
        genuine |= MessageDigest.isEqual(expected, bytes(signature));
      }
    }
    return genuine ? Verdict.GENUINE : Verdict.FORGED;
  }

  private static Optional<Long> seconds(String header) {
    return header.matches("[0-9]{1,12}") ? Optional.of(Long.valueOf(header)) : Optional.empty();
  }

  // Strictly, since bytes that are replaced when read would have more than one spelling.
  private static Optional<String> text(byte[] body) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Webhook key(String secret) {
    try {
      return new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("a webhook secret must not be empty", e);
    }
  }

  private static String sign(Webhook key, String id, long timestamp, String body) {
    try {
      return key.sign(id, timestamp, body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
