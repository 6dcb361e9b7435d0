package dev.trellis.core.signing;

import module java.base;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed tokens over ids, never over URLs: nobody can make a link that leads elsewhere. A token
 * reads {@code base64url(expiry ‖ parts).base64url(HMAC-SHA-256, first 128 bits)}; each purpose has
 * a key of its own, so a token for one purpose is worth nothing for another. The newest key of a
 * ring signs, and what any of them signed holds.
 */
public final class Tokens {

  private static final int MAC_BYTES = 16;
  private static final int LONGEST = 512;
  private static final char SEPARATOR = '\n';
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final KeyRing ring;
  private final String purpose;
  private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

  /**
   * @param ring of which each key has one of its own derived for the purpose
   * @param purpose what these tokens are good for, such as {@code content}
   */
  public Tokens(KeyRing ring, String purpose) {
    this.ring = ring;
    this.purpose = purpose;
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
    return TEXT.encodeToString(body.array())
        + "."
        + TEXT.encodeToString(mac(newest(), body.array()));
  }

  /**
   * A token that we signed and that still holds.
   *
   * @param key it was signed with
   */
  record Signed(List<String> parts, byte[] key) {
    /** As {@link Tokens#digest}, by the key of this token. */
    String digest(String... parts) {
      return Tokens.digest(key, parts);
    }
  }

  /** The parts of a token that we signed and that still holds; empty for any other. */
  public Optional<List<String>> verify(String token, Instant now) {
    return read(token, now).map(Signed::parts);
  }

  Optional<Signed> read(String token, Instant now) {
    if (token == null || token.length() > LONGEST) {
      return Optional.empty();
    }
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      return read(
          token,
          Base64.getUrlDecoder().decode(token.substring(0, dot)),
          Base64.getUrlDecoder().decode(token.substring(dot + 1)),
          now);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Signed> read(String token, byte[] body, byte[] mac, Instant now) {
    if (body.length < 8 || !isCanonical(token, body, mac)) {
      return Optional.empty();
    }
    var key = keys().filter(k -> MessageDigest.isEqual(mac, mac(k, body))).findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (ByteBuffer.wrap(body).getLong() <= now.getEpochSecond()) {
      return Optional.empty();
    }
    var text = new String(body, 8, body.length - 8, StandardCharsets.UTF_8);
    return Optional.of(new Signed(List.of(text.split(String.valueOf(SEPARATOR), -1)), key.get()));
  }

  /** 128 bits that only we can derive from the parts, as text; for keyed hashes. */
  public String digest(String... parts) {
    return digest(newest(), parts);
  }

  /** The same by each key, newest first. */
  public Stream<String> digests(String... parts) {
    return keys().map(key -> digest(key, parts));
  }

  private static String digest(byte[] key, String... parts) {
    return TEXT.encodeToString(mac(key, bytes(String.join(String.valueOf(SEPARATOR), parts))));
  }

  private byte[] newest() {
    return keys().findFirst().orElseThrow();
  }

  private Stream<byte[]> keys() {
    return ring.keys()
        .map(secret ->
            derived.computeIfAbsent(secret, s -> hmac(bytes(s), bytes("trellis:" + purpose))));
  }

  // The last character of base64url has spare bits: only the spelling that we wrote counts.
  private static boolean isCanonical(String token, byte[] body, byte[] mac) {
    return token.equals(TEXT.encodeToString(body) + "." + TEXT.encodeToString(mac));
  }

  private static byte[] mac(byte[] key, byte[] message) {
    return Arrays.copyOf(hmac(key, message), MAC_BYTES);
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
