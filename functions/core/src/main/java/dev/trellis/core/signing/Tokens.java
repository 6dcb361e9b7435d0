package dev.trellis.core.signing;

import module java.base;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed tokens over ids, never over URLs: nobody can make a link that leads elsewhere. A token
 * reads {@code base64url(expiry ‖ parts).base64url(HMAC-SHA-256, first 128 bits)}; each purpose has
 * a key of its own, so a token for one purpose is worth nothing for another.
 */
public final class Tokens {

  private static final int MAC_BYTES = 16;
  private static final int LONGEST = 512;
  private static final char SEPARATOR = '\n';
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  /**
   * @param secret of the installation
   * @param purpose what these tokens are good for, such as {@code content}
   */
  public Tokens(String secret, String purpose) {
    this.key = new SecretKeySpec(hmac(bytes(secret), bytes("trellis:" + purpose)), "HmacSHA256");
  }

  /**
   * A token that holds until {@code expiresAt} (whole seconds). Parts must not hold line breaks.
   */
  public String sign(Instant expiresAt, String... parts) {
    for (var part : parts) {
      if (part.indexOf(SEPARATOR) >= 0) {
        throw new IllegalArgumentException("a token part must not hold a line break");
      }
    }
    var text = bytes(String.join(String.valueOf(SEPARATOR), parts));
    var body = ByteBuffer.allocate(8 + text.length);
    body.putLong(expiresAt.getEpochSecond()).put(text);
    return TEXT.encodeToString(body.array()) + "." + TEXT.encodeToString(mac(body.array()));
  }

  /** The parts of a token that we signed and that still holds; empty for any other. */
  public Optional<List<String>> verify(String token, Instant now) {
    if (token == null || token.length() > LONGEST) {
      return Optional.empty();
    }
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    byte[] body;
    byte[] mac;
    try {
      body = Base64.getUrlDecoder().decode(token.substring(0, dot));
      mac = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (body.length < 8
        || !MessageDigest.isEqual(mac, mac(body))
        || !isCanonical(token, body, mac)) {
      return Optional.empty();
    }
    if (ByteBuffer.wrap(body).getLong() <= now.getEpochSecond()) {
      return Optional.empty();
    }
    var text = new String(body, 8, body.length - 8, StandardCharsets.UTF_8);
    return Optional.of(List.of(text.split(String.valueOf(SEPARATOR), -1)));
  }

  /** 128 bits that only we can derive from the parts, as text; for keyed hashes. */
  public String digest(String... parts) {
    return TEXT.encodeToString(mac(bytes(String.join(String.valueOf(SEPARATOR), parts))));
  }

  // The last character of base64url has spare bits: only the spelling that we wrote counts.
  private static boolean isCanonical(String token, byte[] body, byte[] mac) {
    return token.equals(TEXT.encodeToString(body) + "." + TEXT.encodeToString(mac));
  }

  private byte[] mac(byte[] message) {
    return Arrays.copyOf(hmac(key.getEncoded(), message), MAC_BYTES);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
