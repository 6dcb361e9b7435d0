package dev.trellis.capture.page;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Occasion;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The short pages that say why there is nothing to see, in the visitor's language. */
public final class Notices {

  private final Pages pages;
  private final Languages languages;

  public Notices(Pages pages, Languages languages) {
    this.pages = pages;
    this.languages = languages;
  }

  public Response notFound(Request request) {
    return notice(404, request);
  }

  /** A link of ours whose time is over. */
  public Response expired(Request request) {
    return notice(410, request);
  }

  /**
   * Something failed.
   *
   * @param reference by which it is found in the log
   */
  public Response unavailable(Request request, String reference) {
    return notice(503, request, reference).withHeader("retry-after", "5");
  }

  /** The notice for a status: a page, or JSON for whoever speaks JSON. */
  public Response notice(int status, Request request) {
    return notice(status, request, "");
  }

  /**
   * A code that was printed and is not in use any more.
   *
   * @param occasion for which it was printed
   * @param next where to go on, if anywhere
   */
  public Response retired(Request request, Optional<Occasion> occasion, Optional<String> next) {
    var words = Words.in(languages.of(request));
    var text =
        occasion
            .map(o -> words.get("notice.retired.of").formatted(o.name().in(languages.of(request))))
            .orElseGet(() -> words.get("notice.retired.text"));
    return notice(410, request, words.get("notice.retired.title"), text, "", next.orElse(""));
  }

  private Response notice(int status, Request request, String reference) {
    var words = Words.in(languages.of(request));
    var title = words.get("notice." + status + ".title");
    var text = words.get("notice." + status + ".text");
    return notice(status, request, title, text, reference, "");
  }

  private Response notice(
      int status, Request request, String title, String text, String reference, String next) {
    if (request.wantsJson()) {
      var body = new LinkedHashMap<String, String>();
      body.put("error", text);
      if (!reference.isEmpty()) {
        body.put("reference", reference);
      }
      return Response.json(status, Json.compose(body))
          .withHeader("access-control-allow-origin", "*")
          .withHeader("cache-control", "no-store");
    }
    return pages.notice(status, languages.of(request), title, text, reference, next);
  }
}
