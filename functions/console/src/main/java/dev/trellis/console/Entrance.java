package dev.trellis.console;

import dev.trellis.console.signin.Guard;
import dev.trellis.console.signin.Role;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One line of the console's routing table.
 *
 * @param role of whoever may ask for it
 * @param path below where the console stands, such as {@code /leads/{id}}
 * @param useCase is told the request and who asks
 */
public record Entrance(
    Role role, String method, String path, BiFunction<Request, String, Response> useCase) {

  /** One that only shows. */
  public static Entrance page(String path, Function<Request, Response> page) {
    return new Entrance(Role.VIEWER, "GET", path, (request, _) -> page.apply(request));
  }

  /** The route of it, for whoever is signed in and may. */
  public Route<Response> guarded(Guard guard, String base) {
    return guard.route(
        role, method, base + path, visit -> useCase.apply(visit.request(), visit.actor()));
  }

  /** The route of it where nobody signs in, such as for the scripts of one machine. */
  public Route<Response> open(String base, String actor) {
    return new Route<>(method, base + path, request -> useCase.apply(request, actor));
  }
}
