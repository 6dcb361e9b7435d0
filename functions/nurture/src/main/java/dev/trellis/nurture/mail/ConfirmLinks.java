package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;

/**
 * The signed links by which people confirm that it was they who signed up: {@code
 * /confirm/{token}}. A token names the address by a keyed hash, so it confirms no other.
 */
public final class ConfirmLinks {

  private static final int PARTS = 3;

  private final Tokens tokens;

  /**
   * @param keys of links
   */
  public ConfirmLinks(KeyRing keys) {
    this.tokens = new Tokens(keys, "confirm");
  }

  /** Who got which mail, and where. */
  public record Link(String lead, String sendId, String addressKey) {}

  public String make(String lead, String sendId, String address, Instant expiresAt) {
    return tokens.sign(expiresAt, lead, sendId, tokens.digest(address));
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens.verify(token, now).filter(p -> p.size() == PARTS).map(ConfirmLinks::link);
  }

  /** Whether the mail with this link went to the address. */
  public boolean isTo(Link link, String address) {
    return tokens.digests(address).anyMatch(link.addressKey()::equals);
  }

  private static Link link(List<String> parts) {
    return new Link(parts.get(0), parts.get(1), parts.get(2));
  }
}
