package dev.trellis.console.signin;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;

/** A browser that keeps cookies and asks one server. */
final class Browser {

  private final Function<Request, Response> server;
  private final Map<String, String> cookies = new TreeMap<>();

  Browser(Function<Request, Response> server) {
    this.server = server;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Response get(String address, String... headers) {
    return ask("GET", address, "", headers);
  }

  Response post(String address, String body, String... headers) {
    return ask("POST", address, body, headers);
  }

  Response ask(String method, String address, String body, String... headers) {
    var at = URI.create(address);
    var sent = new TreeMap<>(Map.of("content-type", "application/x-www-form-urlencoded"));
    for (int i = 0; i < headers.length; i += 2) {
      sent.put(headers[i], headers[i + 1]);
    }
    var request =
        new Request(
            method,
            at.getPath(),
            Map.of(),
            parameters(at),
            sent,
            Map.copyOf(cookies),
            body.getBytes(StandardCharsets.UTF_8));
    var answer = server.apply(request);
    answer.cookies().forEach(this::keep);
    return answer;
  }

  static Map<String, String> parameters(URI at) {
    return Stream.of(Objects.requireNonNullElse(at.getRawQuery(), "").split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private void keep(String cookie) {
    var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
    if (cookie.endsWith("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
