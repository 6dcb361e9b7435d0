package dev.trellis.capture;

import module java.base;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.core.signing.Tokens;

/** The signed value in each form page: which form, shown when, and which page of all. */
final class Nonces {

  /** How long a page may stay open. */
  static final Duration LIFE = Duration.ofHours(24);

  /** Nobody fills in a form faster. */
  static final Duration FASTEST = Duration.ofSeconds(2);

  private final Tokens tokens;

  Nonces(KeyRing keys) {
    this.tokens = new Tokens(keys, "nonce");
  }

  /**
   * A nonce that holds.
   *
   * @param page its random part, the same however often the page is sent
   */
  record Nonce(String form, Instant shownAt, String page) {
    boolean isTooQuick(Instant now) {
      return Duration.between(shownAt, now).compareTo(FASTEST) < 0;
    }
  }

  String issue(String form, Instant now) {
    return tokens.sign(now.plus(LIFE), form, String.valueOf(now.toEpochMilli()), Ids.random());
  }

  /**
   * The nonce for a page that is shown again because its own did not hold. Whoever had a real one
   * has filled in the form already and may send it again at once.
   */
  String reissue(String form, String nonce, Instant now) {
    var wasOurs = parts(form, nonce, Instant.MIN).isPresent();
    return issue(form, wasOurs ? now.minus(FASTEST) : now);
  }

  /** The nonce if we issued it for this form within the last day. */
  Optional<Nonce> read(String form, String nonce, Instant now) {
    return parts(form, nonce, now)
        .map(p -> new Nonce(p.get(0), Instant.ofEpochMilli(Long.parseLong(p.get(1))), p.get(2)));
  }

  private Optional<List<String>> parts(String form, String nonce, Instant now) {
    return tokens.verify(nonce, now).filter(p -> p.size() == 3 && p.getFirst().equals(form));
  }
}
