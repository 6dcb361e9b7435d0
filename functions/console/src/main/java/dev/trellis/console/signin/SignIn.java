package dev.trellis.console.signin;

import module java.base;

import dev.trellis.console.signin.Issuer.Asked;
import dev.trellis.console.visit.Member;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Sessions;

/**
 * Signing in and out: OpenID Connect, authorization code with PKCE. A browser holds two secrets and
 * nothing else: one while it is away at the issuer, one while somebody is signed in.
 */
public final class SignIn {

  /** Where the console stands. */
  public static final String BASE = "/console";

  /** Where a browser begins, with the page to come back to as {@code to}. */
  public static final String BEGIN = BASE + "/sign-in";

  /** Where the issuer sends it back. */
  public static final String BACK = BASE + "/signed-in";

  /** Where it ends, below the console: a form with a token. */
  public static final String OUT = "/sign-out";

  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern OWN_PAGE =
      Pattern.compile("/console(/[\\w/.~%-]*)?(\\?[^\\\\\\s]*)?");

  private final Issuer issuer;
  private final Sessions sessions;
  private final Function<Request, String> address;
  private final Clock clock;

  /**
   * @param address of the front door that a request came in by, without a slash at its end
   */
  public SignIn(Issuer issuer, Sessions sessions, Function<Request, String> address, Clock clock) {
    this.issuer = issuer;
    this.sessions = sessions;
    this.address = address;
    this.clock = clock;
  }

  /** What is remembered while the browser is at the issuer. */
  record Away(String state, String nonce, String verifier, String to) {}

  /** What is remembered of forms, so that each is done once. */
  Once once() {
    return new Once(sessions, clock);
  }

  /** The routes that nobody needs to be signed in for. */
  public List<Route<Response>> routes() {
    return List.of(new Route<>("GET", BEGIN, this::begin), new Route<>("GET", BACK, this::finish));
  }

  /** Where whoever asks for a page without being signed in is sent. */
  public static String begin(String page) {
    return BEGIN + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  private Response begin(Request request) {
    var to = request.query().getOrDefault("to", BASE);
    var away = new Away(secret(), secret(), secret(), OWN_PAGE.matcher(to).matches() ? to : BASE);
    var cookie = secret();
    sessions.keep(cookie, Json.write(away), clock.instant().plus(AWAY));
    return Response.seeOther(issuer.ask(asked(away), backTo(request)).toString())
        .withHeader("cache-control", "no-store")
        .withCookie(Cookies.AWAY.with(cookie, AWAY));
  }

  private Response finish(Request request) {
    var now = clock.instant();
    var away =
        Cookies.AWAY
            .of(request)
            .flatMap(cookie -> sessions.take(cookie, now))
            .map(text -> Json.read(Away.class, text))
            .filter(known -> known.state().equals(request.query().get("state")))
            .orElseThrow(() -> new NotSignedInException("nobody began this sign-in here"));
    var code = request.query().get("code");
    if (code == null) {
      throw new NotSignedInException("the issuer let nobody in");
    }
    var claims = issuer.redeem(code, asked(away), backTo(request));
    var role = claims.role().orElseThrow(() -> new NotSignedInException("no role"));
    return begun(new Member(claims.id(), claims.name(), role, claims.address()))
        .withHeader("location", away.to())
        .withCookie(Cookies.AWAY.none());
  }

  // A new secret with each sign-in, so that none that was known before is worth anything.
  private Response begun(Member member) {
    var now = clock.instant();
    var session = new Session(member, secret(), now, now);
    var cookie = secret();
    sessions.keep(cookie, Json.write(session), session.until());
    return Response.seeOther(BASE)
        .withHeader("cache-control", "no-store")
        .withCookie(Cookies.SESSION.with(cookie, Session.LONGEST));
  }

  /** Whose browser it is; writes down now and then that they were here. */
  public Optional<Session> session(Request request) {
    var now = clock.instant();
    return Cookies.SESSION
        .of(request)
        .flatMap(cookie ->
            sessions
                .find(cookie, now)
                .map(text -> Json.read(Session.class, text))
                .map(session -> noticed(cookie, session, now)));
  }

  private Session noticed(String cookie, Session session, Instant now) {
    if (!session.isNews(now)) {
      return session;
    }
    var seen = session.seen(now);
    sessions.keep(cookie, Json.write(seen), seen.until());
    return seen;
  }

  /** Ends the session here and, where the issuer can, there. */
  public Response signOut(Request request) {
    Cookies.SESSION.of(request).ifPresent(cookie -> sessions.take(cookie, clock.instant()));
    var home = address.apply(request) + BASE;
    return Response.seeOther(issuer.signOut(home).map(URI::toString).orElse(BASE))
        .withHeader("cache-control", "no-store")
        .withCookie(Cookies.SESSION.none());
  }

  private String backTo(Request request) {
    return address.apply(request) + BACK;
  }

  private static Asked asked(Away away) {
    return new Asked(away.state(), away.nonce(), away.verifier());
  }

  /** 256 random bits in 43 characters, as long as a verifier has to be (RFC 7636, 4.1). */
  static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
