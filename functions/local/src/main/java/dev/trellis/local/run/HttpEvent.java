package dev.trellis.local.run;

import module java.base;

import com.sun.net.httpserver.HttpExchange;
import dev.trellis.core.json.Json;
import dev.trellis.local.template.Surroundings;

/** A request in API Gateway's payload format 2.0. */
final class HttpEvent {

  private static final List<String> TEXT =
      List.of("text/", "application/json", "application/javascript", "application/xml");

  private HttpEvent() {}

  static byte[] of(HttpExchange exchange, RouteTable.Match route, byte[] body, Instant now) {
    var uri = exchange.getRequestURI();
    var cookies = new ArrayList<String>();
    var headers = headers(exchange, cookies);
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", route.key());
    event.put("rawPath", uri.getRawPath());
    event.put("rawQueryString", uri.getRawQuery() == null ? "" : uri.getRawQuery());
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers);
    var query = query(uri);
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query);
    }
    event.put("requestContext", context(exchange, route, headers, now));
    if (!route.parameters().isEmpty()) {
      event.put("pathParameters", route.parameters());
    }
    var isText = isText(headers.getOrDefault("content-type", ""));
    if (body.length > 0) {
      event.put(
          "body",
          isText
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !isText);
    return Json.compose(event).getBytes(StandardCharsets.UTF_8);
  }

  private static TreeMap<String, String> headers(HttpExchange exchange, List<String> cookies) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (name.equalsIgnoreCase("cookie")) {
            values.forEach(v -> cookies.addAll(List.of(v.split(";\\s*"))));
          } else {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
          }
        });
    headers.put("x-forwarded-for", sourceIp(exchange));
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static Map<String, Object> context(
      HttpExchange exchange, RouteTable.Match route, Map<String, String> headers, Instant now) {
    var http = new LinkedHashMap<String, Object>();
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getRawPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", sourceIp(exchange));
    http.put("userAgent", headers.getOrDefault("user-agent", ""));
    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", Surroundings.ACCOUNT);
    context.put("apiId", "local");
    context.put("domainName", headers.getOrDefault("host", ""));
    context.put("domainPrefix", "local");
    context.put("http", http);
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    context.put("time", now.toString());
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  static Map<String, String> query(URI uri) {
    var query = new TreeMap<String, String>();
    if (uri.getRawQuery() != null) {
      for (var pair : uri.getRawQuery().split("&")) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
          var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
          query.merge(name, value, (a, b) -> a + "," + b);
        }
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String sourceIp(HttpExchange exchange) {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }

  // API Gateway hands over everything else, web forms among it, as base64.
  private static boolean isText(String mediaType) {
    var type = mediaType.toLowerCase(Locale.ROOT);
    return TEXT.stream().anyMatch(type::startsWith);
  }
}
