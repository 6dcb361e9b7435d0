package dev.trellis.console.html;

import module java.base;

import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
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
  public <T> Entrance all(
      String path,
      Function<Visit, T> source,
      Function<T, Object> view,
      BiFunction<T, Words, String> page) {
    return one(path, "page", source.andThen(Optional::of), view, page);
  }

  /**
   * The route of something that may be missing.
   *
   * @param what is missing then
   */
  public <T> Entrance one(
      String path,
      String what,
      Function<Visit, Optional<T>> source,
      Function<T, Object> view,
      BiFunction<T, Words, String> page) {
    return found(
        path,
        what,
        source,
        (found, visit) ->
            visit.wantsHtml()
                ? Response.html(200, page.apply(found, words(visit)))
                : json(200, view.apply(found)));
  }

  /** The route of something that has one form only, and may be missing. */
  public <T> Entrance found(
      String path,
      String what,
      Function<Visit, Optional<T>> source,
      BiFunction<T, Visit, Response> form) {
    return Entrance.page(
        path,
        visit ->
            source.apply(visit).map(found -> form.apply(found, visit)).orElseGet(() -> none(what)));
  }

  /** The words in which a visit wants to be answered. */
  public Words words(Visit visit) {
    return Words.of(visit, company);
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
