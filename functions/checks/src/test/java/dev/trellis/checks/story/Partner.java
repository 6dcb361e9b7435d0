package dev.trellis.checks.story;

import com.standardwebhooks.Webhook;
import dev.trellis.core.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another channel that tells us in signed batches, with the secret of this town. */
record Partner(Town town, Path state) {

  /** Tells one event, and says with which status it was answered. */
  int tell(Map<String, ?> event) throws Exception {
    var secrets = Json.parse(Files.readString(state.resolve("secrets.json")));
    var body = Json.compose(Map.of("events", List.of(event)));
    long now = town.now().getEpochSecond();
    var signature = new Webhook((String) secrets.get("events")).sign("msg_1", now, body);
    var request =
        HttpRequest.newBuilder(URI.create(town.url() + "/events"))
            .header("Content-Type", "application/json")
            .header("webhook-id", "msg_1")
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
