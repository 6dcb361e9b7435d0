package dev.trellis.core.http;

import module java.base;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, free of any platform's types.
 *
 * @param path as sent, without query
 * @param pathParameters by the names of the route
 * @param headers by lower-case name
 * @param source the address it came from, which is neither stored nor logged; null if not known
 */
public record Request(
    String method,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    byte[] body,
    @Nullable String source) {

  /** No public door takes a longer body. */
  public static final int MOST_BYTES = 32 * 1024;

  /** A request of which nobody can say where it came from. */
  public Request(
      String method,
      String path,
      Map<String, String> pathParameters,
      Map<String, String> query,
      Map<String, String> headers,
      Map<String, String> cookies,
      byte[] body) {
    this(method, path, pathParameters, query, headers, cookies, body, null);
  }

  public Request withPathParameters(Map<String, String> parameters) {
    return new Request(method, path, parameters, query, headers, cookies, body, source);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(pathParameters.get(name));
  }

  /** The media type of the body in lower case, without parameters; empty if none was sent. */
  public String mediaType() {
    return header("content-type")
        .map(t -> t.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  public boolean isTooLong() {
    return body.length > MOST_BYTES;
  }

  /** True for a caller that sends JSON or asks for it and not for a page. */
  public boolean wantsJson() {
    var accept = header("accept").orElse("");
    return mediaType().equals("application/json")
        || (accept.contains("application/json") && !accept.contains("text/html"));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
