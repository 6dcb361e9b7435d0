package dev.trellis.checks.story;

import module java.base;

import com.standardwebhooks.Webhook;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Others who tell us, in signed webhooks with the secrets of this town. */
record Partner(Town town, Path state) {

  /** Tells one event of another channel, and says with which status it was answered. */
  int tell(Map<String, ?> event) throws Exception {
    return tell(List.of(event));
  }

  /** Tells a batch of at most a hundred events. */
  int tell(List<? extends Map<String, ?>> events) throws Exception {
    return post("/events", "events", Map.of("events", events)).statusCode();
  }

  /** Tells as the stand-in CRM. */
  HttpResponse<String> crm(Map<String, ?> webhook) throws Exception {
    return post("/crm/stand-in", "crm.stand-in", webhook);
  }

  /** What the CRM tells when it files a lead, with what sales entered. */
  Map<String, Object> filed(String lead, Map<String, ?> values) {
    return Map.of(
        "type",
        "lead.received",
        "timestamp",
        town.now().toString(),
        "data",
        Map.of("lead", lead, "actor", "sales-7", "values", values));
  }

  HttpResponse<String> post(String path, String secret, Map<String, ?> message) throws Exception {
    var secrets = Json.parse(Files.readString(state.resolve("secrets.json")));
    var body = Json.compose(message);
    var id = "msg_" + Ids.random();
    long now = town.now().getEpochSecond();
    var signature = new Webhook((String) secrets.get(secret)).sign(id, now, body);
    var request =
        HttpRequest.newBuilder(URI.create(town.url() + path))
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
