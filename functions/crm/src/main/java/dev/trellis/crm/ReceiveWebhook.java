package dev.trellis.crm;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Secrets;
import dev.trellis.core.signing.WebhookSignature;
import dev.trellis.core.signing.WebhookSignature.Verdict;

/** Takes what a CRM writes back and makes it a lead event; accepted means durable. */
public final class ReceiveWebhook {

  private final Playbook playbook;
  private final Secrets secrets;
  private final MessageQueue<LeadEvent> events;
  private final InstantSource clock;

  public ReceiveWebhook(
      Playbook playbook, Secrets secrets, MessageQueue<LeadEvent> events, InstantSource clock) {
    this.playbook = playbook;
    this.secrets = secrets;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Answers 202 with the event's id once it is queued; the same webhook again is the same event.
   */
  public Response receive(Request request) {
    var source = request.parameter("source").map(id -> playbook.crmSources().get(id)).orElse(null);
    if (source == null) {
      return refusal(404, "unknown CRM source");
    }
    if (request.isTooLong()) {
      return refusal(413, "a webhook has at most 32 KB");
    }
    if (!request.mediaType().equals("application/json")) {
      return refusal(415, "send application/json");
    }
    var now = clock.instant();
    if (!isGenuine(request, source, now)) {
      return refusal(401, "the signature is missing, wrong or too old");
    }
    return take(request, source, now);
  }

  private boolean isGenuine(Request request, CrmSource source, Instant now) {
    return secrets
        .webhook("crm." + source.id())
        .filter(secret -> !secret.isBlank())
        .map(secret -> new WebhookSignature(secret).check(request, now))
        .equals(Optional.of(Verdict.GENUINE));
  }

  private Response take(Request request, CrmSource source, Instant now) {
    var webhook = request.header("webhook-id").orElseThrow();
    return switch (CrmReport.read(source, playbook, webhook, request.text(), now)) {
      case CrmReport.Told(var event) -> {
        events.send(event);
        yield Response.json(202, Json.compose(Map.of("event", event.id())));
      }
      case CrmReport.Unclear(var problems) -> errors(422, problems);
    };
  }

  private static Response refusal(int status, String why) {
    return errors(status, List.of(why));
  }

  private static Response errors(int status, List<String> problems) {
    return Response.json(status, Json.compose(Map.of("errors", problems)));
  }
}
