package dev.trellis.console;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.signin.Guard;
import dev.trellis.console.signin.NotSignedInException;
import dev.trellis.console.signin.Notice;
import dev.trellis.console.signin.SignIn;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.MessageFormatException;

/** The way into the console: signing in, and behind it every page by the role that it asks for. */
public final class ConsoleDoor {

  // Nothing is loaded from anywhere, and no other page shows ours.
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /** What lists look for by its beginning, as keys of an index, which hold so much. */
  private static final List<String> SEARCHED = List.of("q", "company", "owner", "pool", "group");

  private static final int LONGEST = 200;

  private final List<Route<Response>> routes;
  private final Consumer<String> refused;

  /**
   * @param refused is told why a sign-in failed
   */
  public ConsoleDoor(SignIn signIn, List<Entrance> entrances, Consumer<String> refused) {
    var guard = new Guard(signIn);
    var out = Entrance.deed(Role.VIEWER, SignIn.OUT, visit -> signIn.signOut(visit.request()));
    this.routes =
        Stream.concat(
                signIn.routes().stream(),
                Stream.concat(Stream.of(out), entrances.stream()).map(guard::route))
            .toList();
    this.refused = refused;
  }

  /** Answers one request, whoever asks. */
  public Response answer(Request request) {
    return Notice.readable(request, guarded(request))
        .withHeader("content-security-policy", POLICY)
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("referrer-policy", "same-origin");
  }

  private Response guarded(Request request) {
    try {
      SEARCHED.forEach(name -> check(name, request.query().getOrDefault(name, "")));
      return routes.stream()
          .flatMap(route -> route.answer(request).stream())
          .findFirst()
          .orElseGet(() -> Notice.of(404, request, "There is no such page.", "没有这个页面。"));
    } catch (IllegalArgumentException | MessageFormatException e) {
      return Showing.problem(422, e.getMessage());
    } catch (NotSignedInException e) {
      refused.accept(e.getMessage());
      return Notice.of(
          403,
          request,
          "You could not be signed in. Try again, or ask an admin.",
          "登录未成功。请重试，或联系管理员。");
    }
  }

  private static void check(String name, String value) {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(name + " has at most " + LONGEST + " characters");
    }
  }
}
