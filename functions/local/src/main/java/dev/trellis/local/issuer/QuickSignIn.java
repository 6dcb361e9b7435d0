package dev.trellis.local.issuer;

import module java.base;
import module java.net.http;

import dev.trellis.console.html.Showing;
import dev.trellis.console.signin.SignIn;
import dev.trellis.console.visit.Role;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;

/**
 * For scripts: {@code POST /local/sign-in {"role": "marketer"}} goes the way that a browser goes,
 * and answers with the cookie that it ends with and the token that forms bring.
 */
public record QuickSignIn(String base) implements Function<Request, Response> {

  public static final String PATH = "/local/sign-in";

  @Override
  public Response apply(Request request) {
    var said = Json.parse(request.text()).get("role");
    var role =
        Role.of(List.of(String.valueOf(said)))
            .orElseThrow(() ->
                new IllegalArgumentException("say which role: viewer, sales, marketer or admin"));
    try (var http = HttpClient.newHttpClient()) {
      var begun = ask(http, URI.create(base + SignIn.BEGIN), "");
      var issuer = location(begun) + "&role=" + role.name().toLowerCase(Locale.ROOT);
      var back = ask(http, URI.create(issuer), "");
      var in = ask(http, URI.create(location(back)), cookie(begun));
      var home = ask(http, URI.create(base + SignIn.BASE), cookie(in));
      var answer = new TreeMap<>(Json.parse(home.body()));
      answer.put("cookie", cookie(in));
      return Showing.json(200, answer);
    } catch (IOException e) {
      return Showing.problem(502, "the console does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Showing.problem(503, "stopping");
    }
  }

  private static HttpResponse<String> ask(HttpClient http, URI at, String cookie)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(at).header("accept", "application/json");
    if (!cookie.isEmpty()) {
      request.header("cookie", cookie);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String location(HttpResponse<?> answer) throws IOException {
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new IOException("answered " + answer.statusCode()));
  }

  // The one that is set, and not the one that ends.
  private static String cookie(HttpResponse<?> answer) throws IOException {
    return answer.headers().allValues("set-cookie").stream()
        .filter(cookie -> !cookie.endsWith("Max-Age=0"))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(
            () -> new IOException("answered " + answer.statusCode() + " without a cookie"));
  }
}
