package dev.trellis.capture.page;

import dev.trellis.capture.form.FormBodyReader;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import java.util.Map;

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

  public Response unavailable(Request request) {
    return notice(503, request).withHeader("retry-after", "5");
  }

  /** The notice for a status: a page, or JSON for whoever speaks JSON. */
  public Response notice(int status, Request request) {
    var language = languages.of(request);
    var words = Words.in(language);
    var title = words.get("notice." + status + ".title");
    var text = words.get("notice." + status + ".text");
    if (wantsJson(request)) {
      return Response.json(status, Json.compose(Map.of("error", text)))
          .withHeader("access-control-allow-origin", "*")
          .withHeader("cache-control", "no-store");
    }
    return pages.notice(status, language, title, text);
  }

  /** True for a caller that sends JSON or asks for it and not for a page. */
  public static boolean wantsJson(Request request) {
    var accept = request.header("accept").orElse("");
    return FormBodyReader.isJson(request)
        || (accept.contains("application/json") && !accept.contains("text/html"));
  }
}
