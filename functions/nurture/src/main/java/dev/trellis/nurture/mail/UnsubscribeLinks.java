package dev.trellis.nurture.mail;

import dev.trellis.core.signing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signed links that stand in every mail: {@code /u/{token}}. They outlive the content links.
 */
public final class UnsubscribeLinks {

  private static final Duration LIFE = Duration.ofDays(2 * 365);
  private static final Set<Integer> PARTS = Set.of(2, 3);

  private final Tokens tokens;

  /**
   * @param secret of the installation
   */
  public UnsubscribeLinks(String secret) {
    this.tokens = new Tokens(secret, "unsubscribe");
  }

  /** Who got which mail, and where: a keyed hash of the address, empty if it is not known. */
  public record Link(String lead, String sendId, String addressKey) {}

  /** The token for one mail, good for two years. */
  public String make(String lead, String sendId, String address, Instant now) {
    return tokens.sign(now.plus(LIFE), lead, sendId, tokens.digest(address));
  }

  /** The same where the address is not known: it unsubscribes, and takes no unsubscribing back. */
  public String make(String lead, String sendId, Instant now) {
    return tokens.sign(now.plus(LIFE), lead, sendId);
  }

  /** Whether the mail with this link went to the address. */
  public boolean isTo(Link link, String address) {
    return link.addressKey().equals(tokens.digest(address));
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens
        .verify(token, now)
        .filter(p -> PARTS.contains(p.size()))
        .map(UnsubscribeLinks::link);
  }

  private static Link link(List<String> parts) {
    return new Link(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : "");
  }
}
