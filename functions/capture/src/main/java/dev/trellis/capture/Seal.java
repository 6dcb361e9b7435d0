package dev.trellis.capture;

import module java.base;

import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names a browser to ourselves where others look on, as in a QR code that a phone scans from the
 * screen of a laptop: who has its cookie would be taken for it, and nobody can read that here.
 */
final class Seal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Tokens tokens;

  Seal(KeyRing keys) {
    this.tokens = new Tokens(keys, "browser");
  }

  String of(Visitor visitor) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var key = keys().findFirst().orElseThrow();
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(bytes(visitor));
      var all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES", e);
    }
  }

  /** The browser that we sealed; empty for whatever we did not. */
  Optional<Visitor> open(String sealed) {
    try {
      var all = Base64.getUrlDecoder().decode(sealed);
      return keys().flatMap(key -> open(all, key).stream()).findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Visitor> open(byte[] all, SecretKeySpec key) {
    try {
      var nonce = Arrays.copyOf(all, NONCE_BYTES);
      var rest = Math.max(0, all.length - NONCE_BYTES);
      var cookie =
          cipher(Cipher.DECRYPT_MODE, key, nonce)
              .doFinal(all, Math.min(NONCE_BYTES, all.length), rest);
      return Optional.of(new Visitor(new String(cookie, StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(Visitor visitor) {
    return visitor.id().getBytes(StandardCharsets.US_ASCII);
  }

  private Stream<SecretKeySpec> keys() {
    return tokens
        .digests("seal")
        .map(digest -> new SecretKeySpec(Base64.getUrlDecoder().decode(digest), "AES"));
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
