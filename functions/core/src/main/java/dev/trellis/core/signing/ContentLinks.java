package dev.trellis.core.signing;

import module java.base;

import org.jspecify.annotations.Nullable;

/** The signed links under which one lead reads one content: {@code /c/{token}}. */
public final class ContentLinks {

  /** Content, lead, send, language; newer ones also tell when the mail was sent, and where to. */
  private static final Set<Integer> PARTS = Set.of(4, 5, 6);

  private static final int RADIX = Character.MAX_RADIX;

  private final Tokens tokens;

  /**
   * @param keys of links
   */
  public ContentLinks(KeyRing keys) {
    this(new Tokens(keys, "content"));
  }

  private ContentLinks(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The same for calls to action, {@code /go/{cta}?for={token}}: their {@code content} is the CTA.
   *
   * @param keys of links
   */
  public static ContentLinks ofCtas(KeyRing keys) {
    return new ContentLinks(new Tokens(keys, "cta"));
  }

  /**
   * What a link stands for.
   *
   * @param sendId of the mail that carries it; empty if no mail does
   * @param mailedAt when that mail was sent, in whole seconds; null if no mail carries it or the
   *     link is of an older form
   * @param mailbox the mark of the address that the mail went to; null if the link does not tell
   */
  public record Link(
      String lead,
      String content,
      String sendId,
      String language,
      @Nullable Instant mailedAt,
      @Nullable String mailbox) {
    /** A link of which nobody knows to which address it was mailed. */
    public Link(
        String lead, String content, String sendId, String language, @Nullable Instant mailedAt) {
      this(lead, content, sendId, language, mailedAt, null);
    }
  }

  /** The token of a link; {@code sendId} may be empty. */
  public String make(Link link, Instant expiresAt) {
    var sendId = link.sendId() == null ? "" : link.sendId();
    var parts = new ArrayList<>(List.of(link.content(), link.lead(), sendId, link.language()));
    if (link.mailedAt() != null) {
      parts.add(Long.toString(link.mailedAt().getEpochSecond(), RADIX));
      if (link.mailbox() != null) {
        parts.add(covered(link.mailbox(), tokens.digest("mailbox", link.lead(), sendId)));
      }
    }
    return tokens.sign(expiresAt, parts.toArray(String[]::new));
  }

  /** What a token of ours stands for while it holds; empty for any other. */
  public Optional<Link> read(String token, Instant now) {
    return tokens
        .read(token, now)
        .filter(signed -> PARTS.contains(signed.parts().size()))
        .map(ContentLinks::link);
  }

  /** True if we made this token and its time is over. */
  public boolean isExpired(String token, Instant now) {
    return read(token, now).isEmpty() && read(token, Instant.MIN).isPresent();
  }

  private static Link link(Tokens.Signed signed) {
    var parts = signed.parts();
    var mailedAt =
        parts.size() < 5 ? null : Instant.ofEpochSecond(Long.parseLong(parts.get(4), RADIX));
    var mailbox =
        parts.size() < 6
            ? null
            : covered(parts.get(5), signed.digest("mailbox", parts.get(1), parts.get(2)));
    return new Link(parts.get(1), parts.get(0), parts.get(2), parts.get(3), mailedAt, mailbox);
  }

  // Everybody can read a token, and nobody shall try addresses on it: a mark is covered by what
  // only we can derive, and uncovered in the same way. One mail goes to one address.
  private static String covered(String mark, String with) {
    var bytes = Base64.getUrlDecoder().decode(mark);
    var cover = Base64.getUrlDecoder().decode(with);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= cover[i];
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
