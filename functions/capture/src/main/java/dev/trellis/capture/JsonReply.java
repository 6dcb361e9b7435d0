package dev.trellis.capture;

import dev.trellis.capture.page.Words;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the outcome of a submission as JSON, to pages of any origin. */
record JsonReply(String language) implements Reply {

  @Override
  public Response thanks(String receipt) {
    return json(202, Map.of("receipt", receipt));
  }

  @Override
  public boolean asks() {
    return false;
  }

  @Override
  public Response refused(Map<String, String> errors, String nonce) {
    var words = Words.in(language);
    var texts = new LinkedHashMap<String, String>();
    errors.forEach((field, key) -> texts.put(field, words.get(key)));
    return json(422, Map.of("errors", texts));
  }

  @Override
  public Response again(String why, String nonce) {
    var text = Words.in(language).get(why);
    return json(422, Map.of("errors", Map.of("nonce", text), "nonce", nonce));
  }

  private static Response json(int status, Map<String, ?> body) {
    return Response.json(status, Json.compose(body))
        .withHeader("access-control-allow-origin", "*")
        .withHeader("cache-control", "no-store");
  }
}
