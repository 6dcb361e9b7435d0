package dev.trellis.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.local.surface.Surface;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The front door: this machine's own pages, and for everything else what API Gateway does. */
public final class HttpFront implements HttpHandler {

  /** API Gateway's limit; larger bodies never reach a function. */
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final RouteTable routes;
  private final Function<Request, Optional<Response>> surface;
  private final Clock clock;
  private volatile boolean isShut;

  /**
   * @param surface answers what belongs to this machine and not to the template
   */
  public HttpFront(
      List<RunningFunction> functions, Function<Request, Optional<Response>> surface, Clock clock) {
    this.routes = new RouteTable(functions);
    this.surface = surface;
    this.clock = clock;
  }

  /** Lets nobody in any more, except the functions that are still at work. */
  public void shut() {
    isShut = true;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpAnswer.send(exchange, answer(exchange));
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    if (isShut && !exchange.getRequestURI().getPath().equals(Surface.CRM_INBOX)) {
      return message(503, "stopping");
    }
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return message(413, "Request Entity Too Large");
    }
    try {
      var own = surface.apply(request(exchange, body));
      if (own.isPresent()) {
        return own.get();
      }
    } catch (RuntimeException e) {
      Failures.report("local", e);
      return message(500, "Internal Server Error");
    }
    return routes
        .find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())
        .map(route -> call(exchange, route, body))
        .orElseGet(HttpFront::notFound);
  }

  private Response call(HttpExchange exchange, RouteTable.Match route, byte[] body) {
    try {
      var event = HttpEvent.of(exchange, route, body, clock.instant());
      return HttpAnswer.read(route.function().invoke(event));
    } catch (Exception e) {
      Failures.report(route.function().function().id(), e);
      return message(500, "Internal Server Error");
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Map.of(),
        HttpEvent.query(exchange.getRequestURI()),
        headers,
        Map.of(),
        body);
  }

  private static Response message(int status, String text) {
    return Response.json(status, Json.compose(Map.of("message", text)));
  }

  private static Response notFound() {
    return Response.html(
        404,
        """
        <!doctype html><html lang="en"><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>404</title>\
        <h1>404</h1><p lang="zh">这里没有页面。</p><p>There is nothing here.</p>\
        <p><a href="/">Trellis</a></p></html>\
        """);
  }
}
