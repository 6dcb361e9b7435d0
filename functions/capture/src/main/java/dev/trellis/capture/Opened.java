package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.signing.ContentLinks.Link;

/** What a content link opens: a content, or a notice that says why not. */
sealed interface Opened {

  record Granted(String token, Link link, Content content, String language) implements Opened {}

  /** Not ours (404), or ours and over (410). */
  record Refused(Response response) implements Opened {}

  static Opened of(Request request, Desk desk) {
    var now = desk.clock().instant();
    var token = request.parameter("token").orElse("");
    var link = desk.links().read(token, now);
    var content = link.flatMap(l -> desk.playbook().content(l.content()));
    if (content.isPresent()) {
      return new Granted(token, link.get(), content.get(), language(request, link.get(), desk));
    }
    return new Refused(
        desk.links().isExpired(token, now)
            ? desk.notices().expired(request)
            : desk.notices().notFound(request));
  }

  private static String language(Request request, Link link, Desk desk) {
    return desk.languages()
        .spoken(request.query().get("lang"))
        .or(() -> desk.languages().spoken(link.language()))
        .orElseGet(() -> desk.languages().ofBrowser(request));
  }
}
