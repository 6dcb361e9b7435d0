package dev.trellis.crm;

import module java.base;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.port.Crm;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A CRM that takes hand-offs and erasures as signed webhooks (Standard Webhooks) at one address.
 */
public final class HttpCrm implements Crm {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 1024 * 1024;
  private static final int LONGEST_ID = 200;

  /** Answers about this one lead; any other refusal is about the call, and can be repaired. */
  private static final Set<Integer> NOT_THIS_LEAD = Set.of(400, 413, 422);

  private final URI address;
  private final Supplier<String> secrets;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * @param secrets {@code whsec_…}, asked for each time; the first signs if a space separates
   *     several
   */
  public HttpCrm(URI address, Supplier<String> secrets) {
    this.address = address;
    this.secrets = secrets;
  }

  private Webhook signature() {
    try {
      return new Webhook(secrets.get().strip().split("\\s+")[0]);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the CRM's webhook secret must not be empty", e);
    }
  }

  @Override
  public Delivery handOff(String handoffId, String dossier, Instant at) {
    return post("lead.handoff", handoffId, dossier, at);
  }

  @Override
  public Delivery erase(String erasureId, String notice, Instant at) {
    return post("lead.erased", erasureId, notice, at);
  }

  private Delivery post(String type, String id, String data, Instant at) {
    var answer = client.sendAsync(request(type, id, data, at), handler());
    try {
      return delivery(answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Delivery.TryAgain("no answer within " + TIMEOUT.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Delivery.TryAgain("no answer: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.TryAgain("interrupted");
    }
  }

  private HttpRequest request(String type, String id, String data, Instant at) {
    var message = new LinkedHashMap<String, Object>();
    message.put("type", type);
    message.put("timestamp", at.toString());
    message.put("data", Json.parse(data));
    var body = Json.compose(message);
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("content-type", "application/json; charset=utf-8")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .header("webhook-signature", sign(id, at, body))
        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  private String sign(String id, Instant at, String body) {
    try {
      return signature().sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  private static HttpResponse.BodyHandler<String> handler() {
    return BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES);
  }

  private static Delivery delivery(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Delivery.Received(crmId(answer.body()));
    }
    var reason = "the CRM answered " + status;
    return NOT_THIS_LEAD.contains(status)
        ? new Delivery.Refused(reason)
        : new Delivery.TryAgain(reason);
  }

  // Taken is taken, whatever else the answer says.
  private static String crmId(String body) {
    try {
      return Json.parse(body).get("crmId") instanceof String id
              && !id.isBlank()
              && id.length() <= LONGEST_ID
          ? id
          : null;
    } catch (MessageFormatException e) {
      return null;
    }
  }
}
