package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /c/{token}/file}: the file of a content (R6). The click was recorded with the page.
 */
public final class DownloadContent {

  private final Desk desk;

  DownloadContent(Desk desk) {
    this.desk = desk;
  }

  public Answer download(Request request) {
    return Answer.of(
        switch (Opened.of(request, desk)) {
          case Opened.Refused(Response response) -> response;
          case Opened.Granted(_, _, var content, var language) ->
              content
                  .file(language)
                  .map(path -> file(PlaybookFile.in(desk.playbook().root(), path)))
                  .orElseGet(() -> desk.notices().notFound(request));
        });
  }

  private static Response file(PlaybookFile file) {
    return new Response(
        200,
        Map.of(
            "content-type", file.mediaType(),
            "content-disposition", disposition(file.name()),
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "cache-control", "private, no-store"),
        List.of(),
        file.bytes());
  }

  /** The file's name in ASCII for old clients, and as it is for all others (RFC 6266). */
  private static String disposition(String name) {
    var ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    var exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
  }
}
