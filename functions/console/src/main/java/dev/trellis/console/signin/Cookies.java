package dev.trellis.console.signin;

import dev.trellis.core.http.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Secrets that a browser holds for us: of this host alone, over a safe connection, and out of reach
 * of scripts (RFC 6265bis).
 */
enum Cookies {
  SESSION("__Host-trellis-session"),
  AWAY("__Host-trellis-away");

  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";

  /** As we make them: whatever else is remembered beside sessions is under no such name. */
  private static final Predicate<String> SECRET =
      Pattern.compile("[A-Za-z0-9_-]+").asMatchPredicate();

  private final String cookie;

  Cookies(String cookie) {
    this.cookie = cookie;
  }

  Optional<String> of(Request request) {
    return Optional.ofNullable(request.cookies().get(cookie)).filter(SECRET);
  }

  String with(String secret, Duration kept) {
    return cookie + "=" + secret + ATTRIBUTES + kept.toSeconds();
  }

  String none() {
    return cookie + "=" + ATTRIBUTES + 0;
  }
}
