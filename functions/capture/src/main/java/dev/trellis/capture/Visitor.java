package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser, known by a random id in a first-party cookie. */
record Visitor(String id) {

  static final String COOKIE = "trellis";
  private static final String SCENE = "scene.";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16}");
  private static final int SECONDS_PER_YEAR = 365 * 24 * 60 * 60;

  /** The browser that sent this request; empty if it has no cookie of ours. */
  static Optional<Visitor> of(Request request) {
    return Optional.ofNullable(request.cookies().get(COOKIE))
        .filter(id -> ID.matcher(id).matches())
        .map(Visitor::new);
  }

  static Visitor unknown() {
    return new Visitor(Ids.random());
  }

  Identity identity() {
    return new Identity(IdentityType.COOKIE, id);
  }

  /**
   * What stands for this browser in addresses that others see, such as the parameter of a WeChat QR
   * code: told back with a follow, it says who followed (R7), and it opens nothing.
   */
  String scene() {
    return SCENE + Ids.derived("scene", id);
  }

  /** The browser behind a scene; empty for scenes that are none of ours. */
  static Optional<Identity> ofScene(String scene) {
    return Optional.ofNullable(scene)
        .filter(s -> s.startsWith(SCENE))
        .map(s -> new Identity(IdentityType.COOKIE, s));
  }

  /** The value of {@code Set-Cookie} by which the browser will be known for a year. */
  String cookie(String publicUrl) {
    return cookie(COOKIE, id, SECONDS_PER_YEAR, publicUrl);
  }

  static String cookie(String name, String value, long seconds, String publicUrl) {
    var secure = publicUrl.startsWith("https:") ? "; Secure" : "";
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name, value, seconds, secure);
  }
}
