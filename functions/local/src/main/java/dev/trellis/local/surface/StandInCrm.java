package dev.trellis.local.surface;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.signing.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A CRM that takes hand-offs and answers like a real one: with signed webhooks (Standard Webhooks),
 * sent through the front door.
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

  /** Takes a hand-off; the same one again gets the same answer. */
  Response receive(Request request) {
    if (new WebhookSignature(secret).check(request, clock.instant())
        != WebhookSignature.Verdict.GENUINE) {
      return Response.json(401, Json.compose(Map.of("error", "the signature is missing or wrong")));
    }
    try {
      var record =
          records.receive(
              request.header("webhook-id").orElseThrow(),
              clock.instant(),
              Json.parse(request.text()).get("data") instanceof Map<?, ?> data ? data : Map.of());
      return Response.json(200, Json.compose(Map.of("crmId", record.crmId())));
    } catch (MessageFormatException e) {
      return Response.json(400, Json.compose(Map.of("error", e.getMessage())));
    }
  }

  /** What became of a verdict. */
  record Told(int status, Map<String, Object> answer) {}

  /** Sends a verdict about a hand-off as a signed webhook; empty if there is no such hand-off. */
  Optional<Told> tell(String handoff, CrmVerdict verdict) {
    return records.find(handoff).map(record -> tell(record, verdict));
  }

  private Told tell(CrmRecords.Record record, CrmVerdict verdict) {
    var id = "msg_" + Ids.random();
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var body = body(record, verdict);
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
      var webhook = new LinkedHashMap<String, Object>();
      webhook.put("id", id);
      webhook.put("type", verdict.type());
      webhook.put("status", response.statusCode());
      webhook.put("answer", response.body());
      var isTaken = response.statusCode() / 100 == 2;
      if (isTaken) {
        records.told(record, verdict, clock.instant());
      }
      var answer = new LinkedHashMap<String, Object>();
      answer.put("handoff", record.handoff());
      answer.put("webhook", webhook);
      return new Told(isTaken ? 200 : 502, answer);
    } catch (IOException e) {
      return new Told(502, Map.of("error", "no answer to the webhook"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Told(503, Map.of("error", "interrupted"));
    }
  }

  private String body(CrmRecords.Record record, CrmVerdict verdict) {
    var data = new LinkedHashMap<String, Object>();
    data.put("handoff", record.handoff());
    data.put("lead", record.lead());
    data.put("crmId", record.crmId());
    verdict.details().forEach(data::put);
    data.put("actor", "stand-in sales");
    var message = new LinkedHashMap<String, Object>();
    message.put("type", verdict.type());
    message.put("timestamp", clock.instant().toString());
    message.put("data", data);
    return Json.compose(message);
  }

  private String signature(String id, long timestamp, String body) {
    try {
      return new Webhook(secret).sign(id, timestamp, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("the stand-in CRM cannot sign", e);
    }
  }
}
