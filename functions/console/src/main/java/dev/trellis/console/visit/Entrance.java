package dev.trellis.console.visit;

import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import java.util.function.Function;

/**
 * One line of the console's routing table.
 *
 * @param role of whoever may ask for it
 * @param path below where the console stands, such as {@code /leads/{id}}
 */
public record Entrance(Role role, String method, String path, Function<Visit, Response> useCase) {

  /** Whoever sits at the one machine where nobody signs in. */
  public static final Member NOBODY = new Member("local", "local", Role.ADMIN);

  /** One that shows something to everybody who may look. */
  public static Entrance page(String path, Function<Visit, Response> page) {
    return new Entrance(Role.VIEWER, "GET", path, page);
  }

  /** One that changes something. */
  public static Entrance deed(Role role, String path, Function<Visit, Response> deed) {
    return new Entrance(role, "POST", path, deed);
  }

  /**
   * The route of it where nobody signs in: for the pages and scripts of one machine, which may say
   * for whom they speak ({@code ?actor=}).
   */
  public Route<Response> open(String base) {
    return new Route<>(
        method,
        base + path,
        request -> {
          var name = request.query().getOrDefault("actor", NOBODY.name());
          var member = new Member(NOBODY.id(), name, NOBODY.role());
          return useCase.apply(new Visit(request, member, base, ""));
        });
  }
}
