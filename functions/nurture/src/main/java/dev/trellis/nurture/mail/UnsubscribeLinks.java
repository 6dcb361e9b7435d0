package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;

/**
 * The signed links that stand in every mail: {@code /u/{token}}. They outlive the content links.
 */
public final class UnsubscribeLinks {

  private static final Duration LIFE = Duration.ofDays(2 * 365);
  private static final Set<Integer> PARTS = Set.of(2, 3, 4);

  private final Tokens tokens;
  private final SuppressionKeys keys;

  /**
   * @param links their keys
   * @param keys under which mail is ended
   */
  public UnsubscribeLinks(KeyRing links, SuppressionKeys keys) {
    this.tokens = new Tokens(links, "unsubscribe");
    this.keys = keys;
  }

  /**
   * Who got which mail, and where.
   *
   * @param addressKey a keyed hash of the address; empty in links that name none
   * @param suppressionKey the one under which mail to the address is ended; empty in links of old
   */
  public record Link(String lead, String sendId, String addressKey, String suppressionKey) {}

  /** The token for one mail, good for two years. */
  public String make(String lead, String sendId, String address, Instant now) {
    return tokens.sign(now.plus(LIFE), lead, sendId, tokens.digest(address), keys.of(address));
  }

  /** The same where the address is not known: it unsubscribes, and takes no unsubscribing back. */
  public String make(String lead, String sendId, Instant now) {
    return tokens.sign(now.plus(LIFE), lead, sendId);
  }

  /** Whether the mail with this link went to the address. */
  public boolean isTo(Link link, String address) {
    return tokens.digests(address).anyMatch(link.addressKey()::equals);
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens
        .verify(token, now)
        .filter(p -> PARTS.contains(p.size()))
        .map(UnsubscribeLinks::link);
  }

  private static Link link(List<String> parts) {
    return new Link(
        parts.get(0),
        parts.get(1),
        parts.size() > 2 ? parts.get(2) : "",
        parts.size() > 3 ? parts.get(3) : "");
  }
}
