package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code OPTIONS /f/{form}}: lets browsers send JSON from a page that is hosted elsewhere (CORS).
 */
public final class AllowSubmission {

  private static final Map<String, String> HEADERS =
      Map.of(
          "access-control-allow-origin", "*",
          "access-control-allow-methods", "GET, POST",
          "access-control-allow-headers", "content-type, accept, accept-language",
          "access-control-max-age", "86400");

  public Answer allow(Request request) {
    return Answer.of(new Response(204, HEADERS, List.of(), new byte[0]));
  }
}
