package dev.trellis.core.http;

import module java.base;

/**
 * An HTTP response, free of any platform's types.
 *
 * @param headers by lower-case name
 * @param cookies values of {@code Set-Cookie}
 */
public record Response(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

  public static Response of(int status, String mediaType, byte[] body) {
    return new Response(status, Map.of("content-type", mediaType), List.of(), body);
  }

  public static Response html(int status, String html) {
    return of(status, "text/html; charset=utf-8", bytes(html));
  }

  public static Response json(int status, String json) {
    return of(status, "application/json; charset=utf-8", bytes(json));
  }

  public static Response text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", bytes(text));
  }

  /** 303: look at another page with GET. */
  public static Response seeOther(String location) {
    return new Response(303, Map.of("location", location), List.of(), new byte[0]);
  }

  public Response withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, cookies, body);
  }

  public Response withCookie(String cookie) {
    return new Response(
        status, headers, Stream.concat(cookies.stream(), Stream.of(cookie)).toList(), body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
