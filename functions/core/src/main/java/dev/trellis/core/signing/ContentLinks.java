package dev.trellis.core.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The signed links under which one lead reads one content: {@code /c/{token}}. */
public final class ContentLinks {

  private static final int PARTS = 4;

  private final Tokens tokens;

  /**
   * @param secret of the installation
   */
  public ContentLinks(String secret) {
    this.tokens = new Tokens(secret, "content");
  }

  /**
   * What a link stands for.
   *
   * @param sendId of the mail that carries it; empty if no mail does
   */
  public record Link(String lead, String content, String sendId, String language) {}

  /** The token of a link; {@code sendId} may be empty. */
  public String make(
      String lead, String content, String sendId, String language, Instant expiresAt) {
    return tokens.sign(expiresAt, content, lead, sendId == null ? "" : sendId, language);
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens.verify(token, now).filter(p -> p.size() == PARTS).map(ContentLinks::link);
  }

  /** True if we made this token and its time is over. */
  public boolean isExpired(String token, Instant now) {
    return read(token, now).isEmpty() && read(token, Instant.MIN).isPresent();
  }

  private static Link link(List<String> parts) {
    return new Link(parts.get(1), parts.get(0), parts.get(2), parts.get(3));
  }
}
