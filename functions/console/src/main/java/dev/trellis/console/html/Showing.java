package dev.trellis.console.html;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.http.Route;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Company;

/** Showing with a page where a browser asks, and with JSON where a program does. */
public record Showing(Company company) {

  /**
   * The route of something that is always there.
   *
   * @param view what programs get of it
   * @param page what people get of it
   */
  public <T> Route<Response> all(
      String path,
      Function<Request, T> source,
      Function<T, Object> view,
      BiFunction<T, Words, String> page) {
    return one(path, "page", source.andThen(Optional::of), view, page);
  }

  /**
   * The route of something that may be missing.
   *
   * @param what is missing then
   */
  public <T> Route<Response> one(
      String path,
      String what,
      Function<Request, Optional<T>> source,
      Function<T, Object> view,
      BiFunction<T, Words, String> page) {
    return found(
        path,
        what,
        source,
        (found, request) ->
            wantsHtml(request)
                ? Response.html(200, page.apply(found, words(request)))
                : json(200, view.apply(found)));
  }

  /** The route of something that has one form only, and may be missing. */
  public <T> Route<Response> found(
      String path,
      String what,
      Function<Request, Optional<T>> source,
      BiFunction<T, Request, Response> form) {
    return new Route<>(
        "GET",
        path,
        request ->
            source
                .apply(request)
                .map(found -> form.apply(found, request))
                .orElseGet(() -> none(what)));
  }

  /** The words in which a request wants to be answered. */
  public Words words(Request request) {
    return Words.of(request, company);
  }

  /** True if a person will look at the answer. */
  public static boolean wantsHtml(Request request) {
    return request.header("accept").filter(a -> a.contains("text/html")).isPresent();
  }

  public static Response json(int status, Object view) {
    return Response.json(status, Json.show(view));
  }

  public static Response problem(int status, String text) {
    return json(status, Map.of("error", text));
  }

  /** Says what is missing, such as a lead. */
  public static Response none(String what) {
    return problem(404, "there is no such " + what);
  }

  /** A text of another kind, in UTF-8. */
  public static Response text(String mediaType, String text) {
    return Response.of(200, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
