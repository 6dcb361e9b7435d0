package dev.trellis.console.signin;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.memory.InMemorySessions;
import dev.trellis.memory.StandingClock;

/** A console with one page for each role, and an issuer that says whatever a test wants. */
final class Door implements Issuer {

  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

  final StandingClock clock = new StandingClock(NOW);
  final SignIn signIn = new SignIn(this, new InMemorySessions(), _ -> "https://t.example", clock);
  final Guard guard = new Guard(signIn);
  Claims claims = new Claims("m-1", "mei@example.com", Optional.of(Role.SALES), "mei@example.com");
  Asked asked;

  Browser browser() {
    return new Browser(request ->
        routes().stream()
            .flatMap(route -> route.answer(request).stream())
            .findFirst()
            .orElseThrow());
  }

  List<Route<Response>> routes() {
    var routes = new ArrayList<>(signIn.routes());
    for (var role : Role.values()) {
      var path = "/" + role.name().toLowerCase(Locale.ROOT);
      routes.add(guard.route(new Entrance(role, "GET", path, v -> Response.text(200, v.actor()))));
      routes.add(
          guard.route(Entrance.deed(role, path, v -> Response.text(200, "done by " + v.actor()))));
    }
    routes.add(
        guard.route(Entrance.deed(Role.VIEWER, SignIn.OUT, v -> signIn.signOut(v.request()))));
    routes.add(guard.route(Entrance.page("/token", v -> Response.text(200, v.token()))));
    return routes;
  }

  /** Signs in and answers with the last answer. */
  Response signIn(Browser browser) {
    browser.get(SignIn.begin("/console/viewer?page=2"));
    return browser.get(SignIn.BACK + "?code=c&state=" + asked.state());
  }

  static String token(Browser browser) {
    return text(browser.get("/console/token"));
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public URI ask(Asked asked, String backTo) {
    this.asked = asked;
    return URI.create("https://issuer.example/authorize");
  }

  @Override
  public Claims redeem(String code, Asked again, String backTo) {
    if (!again.equals(asked)) {
      throw new NotSignedInException("another sign-in");
    }
    return claims;
  }

  @Override
  public Optional<URI> signOut(String backTo) {
    return Optional.empty();
  }
}
