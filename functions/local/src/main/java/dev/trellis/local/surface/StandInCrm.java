package dev.trellis.local.surface;

import module java.base;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.trellis.console.html.Showing;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.signing.WebhookSignature;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A CRM that takes hand-offs, forgets whom it is told to, and answers like a real one: with signed
 * webhooks (Standard Webhooks), sent through the front door.
 */
final class StandInCrm {

  private final CrmRecords records;
  private final String secret;
  private final URI webhooks;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param secret shared with Trellis
   * @param webhooks where Trellis takes what this CRM writes back
   */
  StandInCrm(CrmRecords records, String secret, URI webhooks, InstantSource clock) {
    this.records = records;
    this.secret = secret;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** Takes a hand-off or an erasure; the same one again gets the same answer. */
  Response receive(Request request) {
    if (new WebhookSignature(secret).check(request, clock.instant())
        != WebhookSignature.Verdict.GENUINE) {
      return Showing.problem(401, "the signature is missing or wrong");
    }
    try {
      var message = Json.parse(request.text());
      var data = message.get("data") instanceof Map<?, ?> map ? map : Map.of();
      if ("lead.erased".equals(message.get("type"))) {
        records.erase(texts(data.get("handoffs")), texts(data.get("crmIds")), clock.instant());
        return Showing.json(200, Map.of());
      }
      var id = request.header("webhook-id").orElseThrow();
      return Showing.json(200, Map.of("crmId", records.receive(id, clock.instant(), data).crmId()));
    } catch (MessageFormatException e) {
      return Showing.problem(400, e.getMessage());
    }
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
  }

  /** Sends a verdict about a hand-off as a signed webhook; empty if there is no such hand-off. */
  Optional<Response> tell(String handoff, CrmVerdict verdict) {
    return records.find(handoff).map(record -> tell(record, verdict));
  }

  private record Told(String handoff, Answered webhook) {}

  private record Answered(String id, String type, int status, String answer) {}

  private Response tell(CrmRecords.Record record, CrmVerdict verdict) {
    var id = "msg_" + Ids.random();
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var body = Json.show(Webhook.of(record, verdict, clock.instant()));
    var request =
        HttpRequest.newBuilder(webhooks)
            .header("content-type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
            .header("webhook-signature", signature(id, at.getEpochSecond(), body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      var isTaken = response.statusCode() / 100 == 2;
      if (isTaken) {
        records.told(record, verdict, clock.instant());
      }
      return Showing.json(
          isTaken ? 200 : 502,
          new Told(
              record.handoff(),
              new Answered(id, verdict.type(), response.statusCode(), response.body())));
    } catch (IOException e) {
      return Showing.problem(502, "no answer to the webhook");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Showing.problem(503, "interrupted");
    }
  }

  private record Webhook(String type, Instant timestamp, Data data) {

    private record Data(
        String handoff, String lead, String crmId, String reason, String stage, String actor) {}

    static Webhook of(CrmRecords.Record record, CrmVerdict verdict, Instant now) {
      var details = verdict.details();
      return new Webhook(
          verdict.type(),
          now,
          new Data(
              record.handoff(),
              record.lead(),
              record.crmId(),
              details.get("reason"),
              details.get("stage"),
              "stand-in sales"));
    }
  }

  private String signature(String id, long timestamp, String body) {
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, timestamp, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("the stand-in CRM cannot sign", e);
    }
  }
}
