package dev.trellis.nurture.mail;

import dev.trellis.core.signing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signed links that stand in every mail: {@code /u/{token}}. They outlive the content links.
 */
public final class UnsubscribeLinks {

  private static final Duration LIFE = Duration.ofDays(2 * 365);
  private static final int PARTS = 2;

  private final Tokens tokens;

  /**
   * @param secret of the installation
   */
  public UnsubscribeLinks(String secret) {
    this.tokens = new Tokens(secret, "unsubscribe");
  }

  /** Who got which mail. */
  public record Link(String lead, String sendId) {}

  /** The token for one mail, good for two years. */
  public String make(String lead, String sendId, Instant now) {
    return tokens.sign(now.plus(LIFE), lead, sendId);
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens.verify(token, now).filter(p -> p.size() == PARTS).map(UnsubscribeLinks::link);
  }

  private static Link link(List<String> parts) {
    return new Link(parts.get(0), parts.get(1));
  }
}
