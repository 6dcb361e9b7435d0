package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.form.FormBodyReader;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.signing.WebhookSignature;
import dev.trellis.core.signing.WebhookSignature.Verdict;

/**
 * {@code POST /events}: a signed batch of behaviour from another channel (R1): all of it is taken,
 * or nothing.
 */
public final class AcceptEvents {

  static final int MOST = 100;

  private static final String ANYBODY = "events";
  private static final String OF = ANYBODY + ".";

  private final Desk desk;
  private final OutsideEvent outside;

  AcceptEvents(Desk desk) {
    this.desk = desk;
    this.outside = new OutsideEvent(desk.playbook(), desk.normalizer(), desk.clock());
  }

  public Answer accept(Request request) {
    var teller = teller(request);
    if (teller.isEmpty()) {
      return refused(401, "the signature does not hold");
    }
    if (!FormBodyReader.isJson(request)) {
      return refused(415, "a batch is application/json");
    }
    try {
      return Json.parse(request.text()).get("events") instanceof List<?> list
          ? accept(list, teller.get())
          : refused(400, "a batch is {\"events\": [...]}");
    } catch (MessageFormatException e) {
      return refused(400, e.getMessage());
    }
  }

  // Whose key it is says what they are believed. Read here and not at the start: a partner's broken
  // secret must not close the forms as well.
  private Optional<Map.Entry<String, Set<String>>> teller(Request request) {
    var partners = desk.playbook().trust().partners();
    return Stream.concat(
            Stream.of(Map.entry(ANYBODY, Set.<String>of())),
            partners.entrySet().stream().map(p -> Map.entry(OF + p.getKey(), p.getValue())))
        .filter(key -> isGenuine(request, key.getKey()))
        .findFirst();
  }

  private boolean isGenuine(Request request, String key) {
    var now = desk.clock().instant();
    return desk.secrets()
        .webhook(key)
        .flatMap(AcceptEvents::signature)
        .filter(s -> s.check(request, now) == Verdict.GENUINE)
        .isPresent();
  }

  private static Optional<WebhookSignature> signature(String secret) {
    try {
      return Optional.of(new WebhookSignature(secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Answer accept(List<?> list, Map.Entry<String, Set<String>> teller) {
    if (list.isEmpty() || list.size() > MOST) {
      return refused(422, "a batch has 1 to " + MOST + " events");
    }
    var events = new ArrayList<LeadEvent>();
    var errors = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < list.size(); i++) {
      try {
        events.add(outside.read(list.get(i), teller.getKey(), teller.getValue()));
      } catch (MessageFormatException e) {
        errors.add(Map.of("index", i, "reason", e.getMessage()));
      }
    }
    return errors.isEmpty()
        ? new Answer(json(202, Map.of("count", events.size())), events)
        : Answer.of(json(422, Map.of("errors", errors)));
  }

  private static Answer refused(int status, String why) {
    return Answer.of(json(status, Map.of("error", why)));
  }

  private static Response json(int status, Map<String, ?> body) {
    return Response.json(status, Json.compose(body)).withHeader("cache-control", "no-store");
  }
}
