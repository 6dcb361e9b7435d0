package dev.trellis.checks.attack;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.json.Json;

/** Somebody with the key of a partner whom we believe nothing about who somebody is. */
record Partner(World world) {

  static final String KEY = "whsec_b25seS1mb3ItdGVzdHMtb25seS1mb3ItdGVzdHM=";

  /** Tells an event at {@code POST /events}; the status of the answer. */
  int tell(LeadEvent event) {
    var body = Json.compose(Map.of("events", List.of(Json.parse(event.toJson()))));
    long now = world.now().getEpochSecond();
    var headers =
        Map.of(
            "content-type",
            "application/json",
            "webhook-id",
            event.id(),
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            signature(event.id(), now, body));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return world
        .answer(new Request("POST", "/events", Map.of(), Map.of(), headers, Map.of(), bytes))
        .status();
  }

  private static String signature(String id, long now, String body) {
    try {
      return new Webhook(KEY).sign(id, now, body);
    } catch (Exception e) {
      throw new AssertionError("every Java runtime can sign", e);
    }
  }
}
