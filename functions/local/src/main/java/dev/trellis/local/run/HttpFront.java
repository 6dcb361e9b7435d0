package dev.trellis.local.run;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.local.surface.Surface;

/**
 * The front door: this machine's own pages, and for everything else what API Gateway does. Whoever
 * comes from elsewhere finds the deployed routes alone.
 */
public final class HttpFront implements HttpHandler {

  /** API Gateway's limit; larger bodies never reach a function. */
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final RouteTable routes;
  private final Function<Request, Optional<Response>> surface;
  private final Clock clock;
  private final Predicate<InetAddress> isHere;
  private volatile boolean isShut;

  /**
   * @param surface answers what belongs to this machine and not to the template
   */
  public HttpFront(
      List<RunningFunction> functions, Function<Request, Optional<Response>> surface, Clock clock) {
    this(functions, surface, clock, InetAddress::isLoopbackAddress);
  }

  HttpFront(
      List<RunningFunction> functions,
      Function<Request, Optional<Response>> surface,
      Clock clock,
      Predicate<InetAddress> isHere) {
    this.routes = new RouteTable(functions);
    this.surface = surface;
    this.clock = clock;
    this.isHere = isHere;
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
    if (!isHere.test(exchange.getRemoteAddress().getAddress())) {
      return deployed(exchange, body).orElseGet(HttpFront::refused);
    }
    return own(exchange, body).or(() -> deployed(exchange, body)).orElseGet(HttpFront::notFound);
  }

  private Optional<Response> own(HttpExchange exchange, byte[] body) {
    try {
      return surface.apply(request(exchange, body));
    } catch (RuntimeException e) {
      Failures.report("local", e);
      return Optional.of(message(500, "Internal Server Error"));
    }
  }

  private Optional<Response> deployed(HttpExchange exchange, byte[] body) {
    return routes
        .find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath())
        .map(route -> call(exchange, route, body));
  }

  private Response call(HttpExchange exchange, RouteTable.Match route, byte[] body) {
    try {
      var event = HttpEvent.of(exchange, route, body, clock.instant());
      var answer = route.function().invokeNow(event);
      return answer.isPresent()
          ? HttpAnswer.read(answer.get())
          : message(503, "Service Unavailable");
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
    return page(
        404,
        """
        <p lang="zh">这里没有页面。</p><p>There is nothing here.</p><p><a href="/">Trellis</a></p>\
        """);
  }

  private static Response refused() {
    return page(
        403,
        """
        <p lang="zh">只有运行 Trellis 的那台机器才能打开这里。</p>\
        <p>Only the machine on which Trellis runs sees what is here.</p>\
        """);
  }

  private static Response page(int status, String text) {
    return Response.html(
        status,
        """
        <!doctype html><html lang="en"><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>%d</title>\
        <h1>%d</h1>%s</html>\
        """
            .formatted(status, status, text));
  }
}
