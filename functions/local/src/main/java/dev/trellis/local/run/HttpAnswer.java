package dev.trellis.local.run;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;

/** An answer on its way to a browser. */
final class HttpAnswer {

  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection");

  private HttpAnswer() {}

  /** Reads a function's answer in payload format 2.0. */
  static Response read(byte[] json) {
    var answer = Json.parse(new String(json, StandardCharsets.UTF_8));
    if (!(answer.get("statusCode") instanceof Number status)) {
      return Response.json(200, new String(json, StandardCharsets.UTF_8));
    }
    var headers = new TreeMap<String, String>();
    if (answer.get("headers") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> headers.put(name.toString(), value.toString()));
    }
    var cookies =
        answer.get("cookies") instanceof List<?> list
            ? list.stream().map(Object::toString).toList()
            : List.<String>of();
    var text = answer.get("body") instanceof String body ? body : "";
    var bytes =
        Boolean.TRUE.equals(answer.get("isBase64Encoded"))
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new Response(status.intValue(), headers, cookies, bytes);
  }

  static void send(HttpExchange exchange, Response response) throws IOException {
    var headers = exchange.getResponseHeaders();
    response
        .headers()
        .forEach((name, value) -> {
          if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
            headers.set(name, value);
          }
        });
    response.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
    var body = response.body();
    var isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), isEmpty ? -1 : body.length);
    if (!isEmpty) {
      exchange.getResponseBody().write(body);
    }
  }
}
