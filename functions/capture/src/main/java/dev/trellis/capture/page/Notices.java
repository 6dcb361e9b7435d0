package dev.trellis.capture.page;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import java.util.LinkedHashMap;

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

  private Response notice(int status, Request request, String reference) {
    var language = languages.of(request);
    var words = Words.in(language);
    var title = words.get("notice." + status + ".title");
    var text = words.get("notice." + status + ".text");
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
    return pages.notice(status, language, title, text, reference);
  }
}
