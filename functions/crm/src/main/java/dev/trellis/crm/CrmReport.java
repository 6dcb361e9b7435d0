package dev.trellis.crm;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.core.signing.WebhookSignature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The body of a CRM's webhook: either a lead event in our words, or what is unclear about it. */
sealed interface CrmReport {

  /** What happened. */
  record Told(LeadEvent event) implements CrmReport {}

  /** What to change or add, in one sentence each. */
  record Unclear(List<String> problems) implements CrmReport {}

  /** Reads a body whose signature was checked. */
  static CrmReport read(CrmSource source, String webhook, String body, Instant now) {
    Map<String, Object> message;
    try {
      message = Json.parse(body);
    } catch (MessageFormatException e) {
      return new Unclear(List.of("the body is " + e.getMessage()));
    }
    return new Reader(source, now).read(webhook, message);
  }

  /** Reads one message and notes every problem. */
  final class Reader {

    private static final String STATUS_OF_STAGE = "stage";
    private static final String STATUS_OF_RETURN = "returned";
    private static final Map<String, String> STATUS =
        new TreeMap<>(
            Map.of(
                "lead.received", "received",
                "lead.accepted", "accepted",
                "lead.returned", STATUS_OF_RETURN,
                "lead.stage", STATUS_OF_STAGE,
                "deal.won", "won",
                "deal.lost", "lost"));
    private static final String ID = "[A-Za-z0-9_.:-]{1,64}";
    private static final int LONGEST = 200;

    private final CrmSource source;
    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    private Reader(CrmSource source, Instant now) {
      this.source = source;
      this.now = now;
    }

    private CrmReport read(String webhook, Map<String, Object> message) {
      var type = text(message, "type");
      var status = type == null ? null : STATUS.get(type);
      if (status == null) {
        problems.add("type must be one of " + String.join(", ", STATUS.keySet()));
      }
      var at = timestamp(text(message, "timestamp"));
      var data = object(message, "data");
      var lead = id(data, "lead");
      var handoff = id(data, "handoff");
      var identities = identities(text(data, "crmId"));
      if (lead == null && identities.isEmpty()) {
        problems.add("data.lead or data.crmId must say which lead it is");
      }
      var reason = text(data, "reason");
      if (STATUS_OF_RETURN.equals(status) && reason == null) {
        problems.add("data.reason must say why the lead is returned, such as no-budget");
      }
      var stage = text(data, "stage");
      if (STATUS_OF_STAGE.equals(status) && stage == null) {
        problems.add("data.stage must name the stage of the deal");
      }
      var values = values(object(data, "values"));
      if (!problems.isEmpty()) {
        return new Unclear(List.copyOf(problems));
      }
      var change =
          new CrmChanged(source.id(), handoff, status, reason, stage, text(data, "actor"), values);
      return new Told(
          new LeadEvent(
                  LeadEvent.VERSION,
                  Ids.derived("crm", source.id(), webhook),
                  at,
                  Channel.CRM,
                  lead,
                  identities,
                  false,
                  Origin.NONE,
                  change)
              .vouched());
    }

    private Instant timestamp(String text) {
      if (text != null) {
        try {
          var at = Instant.parse(text);
          if (at.isAfter(Instant.EPOCH) && !at.isAfter(now.plus(WebhookSignature.TOLERANCE))) {
            return at;
          }
        } catch (DateTimeException e) {
          // said below
        }
      }
      problems.add("timestamp must say when it happened, such as 2026-01-31T09:00:00Z, not ahead");
      return null;
    }

    private SortedSet<Identity> identities(String crmId) {
      var identities = new TreeSet<Identity>();
      if (crmId != null) {
        identities.add(new Identity(IdentityType.CRM, source.id() + "/" + crmId));
      }
      return identities;
    }

    // Only fields that the playbook maps: nothing else is ours to keep.
    private SortedMap<String, String> values(Map<?, ?> theirs) {
      var values = new TreeMap<String, String>();
      source
          .fields()
          .forEach((their, our) -> {
            switch (theirs.get(their)) {
              case null -> {}
              case String text -> values.put(our, text);
              case Number number -> values.put(our, number.toString());
              case Boolean flag -> values.put(our, flag.toString());
              case List<?> list when list.stream().allMatch(String.class::isInstance) ->
                  values.put(our, String.join(",", list.stream().map(String.class::cast).toList()));
              default ->
                  problems.add("data.values." + their + " must be a text or a list of texts");
            }
          });
      return values;
    }

    private String id(Map<?, ?> in, String name) {
      var id = text(in, name);
      if (id != null && !id.matches(ID)) {
        problems.add("data." + name + " is not an id of ours");
        return null;
      }
      return id;
    }

    private Map<?, ?> object(Map<?, ?> in, String name) {
      return switch (in.get(name)) {
        case null -> Map.of();
        case Map<?, ?> map -> map;
        default -> {
          problems.add(name + " must be an object");
          yield Map.of();
        }
      };
    }

    private String text(Map<?, ?> in, String name) {
      return switch (in.get(name)) {
        case null -> null;
        case String text when text.isBlank() -> null;
        case String text when text.strip().length() <= LONGEST -> text.strip();
        default -> {
          problems.add(name + " must be a text of at most " + LONGEST + " characters");
          yield null;
        }
      };
    }
  }
}
