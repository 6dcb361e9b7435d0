package dev.trellis.console.signin;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.Json;

/**
 * Lets nobody through who is not signed in, may not, or did not ask for it by a page of ours: no
 * route of the console is made but by {@link #route}.
 */
public final class Guard {

  /** The field of a form, and the header of a program, that bring the session's token. */
  public static final String TOKEN = "csrf";

  private static final String HEADER = "x-csrf-token";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final SignIn signIn;
  private final Once once;

  public Guard(SignIn signIn) {
    this.signIn = signIn;
    this.once = signIn.once();
  }

  /** The route of an entrance, for whoever has its role or a higher one. */
  public Route<Response> route(Entrance entrance) {
    var done = once.of(entrance);
    return new Route<>(
        entrance.method(), SignIn.BASE + entrance.path(), request -> pass(done, request));
  }

  private Response pass(Entrance entrance, Request request) {
    var session = signIn.session(request);
    if (session.isEmpty()) {
      return unknown(request);
    }
    if (!session.get().member().role().may(entrance.role())) {
      return refused(request, "your role may not do that; ask an admin", "您的角色没有此权限，请联系管理员");
    }
    if (!isReading(request) && !isOurs(request, session.get())) {
      return refused(
          request,
          "this form is not of your session any more; open its page again",
          "此表单已不属于当前会话，请重新打开页面");
    }
    var visit = new Visit(request, session.get().member(), SignIn.BASE, session.get().csrf());
    return entrance.useCase().apply(visit).withHeader("cache-control", "no-store");
  }

  private static boolean isReading(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static boolean isOurs(Request request, Session session) {
    var brought =
        request
            .header(HEADER)
            .or(() -> request.mediaType().equals(FORM) ? field(request) : Optional.empty())
            .orElse("");
    return MessageDigest.isEqual(
        brought.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> field(Request request) {
    return Stream.of(request.text().split("&"))
        .filter(pair -> pair.startsWith(TOKEN + "="))
        .map(pair -> URLDecoder.decode(pair.substring(TOKEN.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static Response unknown(Request request) {
    return isReading(request) && !request.wantsJson()
        ? Response.seeOther(SignIn.begin(page(request))).withHeader("cache-control", "no-store")
        : Response.json(401, Json.compose(Map.of("error", "sign in at " + SignIn.BEGIN)));
  }

  private static String page(Request request) {
    var query =
        request.query().entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? request.path() : request.path() + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Response refused(Request request, String en, String zh) {
    return request.wantsJson()
        ? Response.json(403, Json.compose(Map.of("error", en)))
        : Notice.of(403, request, en, zh);
  }
}
