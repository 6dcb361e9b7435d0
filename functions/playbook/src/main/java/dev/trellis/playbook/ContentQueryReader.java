package dev.trellis.playbook;

import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.playbook.yaml.Yaml;
import java.util.stream.Stream;

/** Reads which content a step sends. */
final class ContentQueryReader {

  private ContentQueryReader() {}

  /** What a {@code send} asks for; null if its mail is about no content. */
  static ContentQuery read(Yaml send) {
    send.only("mail", "content", "topic", "type", "form", "industry", "fallback");
    var industry = send.textOr("industry", "");
    if (!industry.isEmpty() && !industry.equals("$lead.industry")) {
      send.get("industry").problem("is no industry to ask for", "Write $lead.industry");
    }
    if (Stream.of("content", "topic", "type", "form").noneMatch(send::has)) {
      if (send.has("industry") || send.has("fallback")) {
        send.problem("says which content to prefer and asks for none", "Add a topic, type or form");
      }
      return null;
    }
    return new ContentQuery(
        send.textOr("content", null),
        send.textOr("topic", null),
        send.textOr("type", null),
        send.textOr("form", null),
        !industry.isEmpty(),
        send.textOr("fallback", null));
  }
}
