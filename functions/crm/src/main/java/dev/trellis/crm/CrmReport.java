package dev.trellis.crm;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.AnswerRule.Bad;
import dev.trellis.core.playbook.AnswerRule.Blank;
import dev.trellis.core.playbook.AnswerRule.Good;
import dev.trellis.core.playbook.CrmSource;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.playbook.ToldValues.Refused;
import dev.trellis.core.signing.WebhookSignature;

/** The body of a CRM's webhook: either a lead event in our words, or what is unclear about it. */
sealed interface CrmReport {

  /** What happened. */
  record Told(LeadEvent event) implements CrmReport {}

  /** What to change or add, in one sentence each. */
  record Unclear(List<String> problems) implements CrmReport {}

  /** Reads a body whose signature was checked. */
  static CrmReport read(
      CrmSource source, Playbook playbook, String webhook, String body, Instant now) {
    Map<String, Object> message;
    try {
      message = Json.parse(body);
    } catch (MessageFormatException e) {
      return new Unclear(List.of("the body is " + e.getMessage()));
    }
    return new Reader(source, playbook, now).read(webhook, message);
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

    private final CrmSource source;
    private final Playbook playbook;
    private final AnswerRule rule;
    private final ToldValues told;
    private final Instant now;
    private final List<String> problems = new ArrayList<>();

    private Reader(CrmSource source, Playbook playbook, Instant now) {
      this.source = source;
      this.playbook = playbook;
      this.rule = new AnswerRule(new Normalizer(playbook.company().country()));
      this.told = new ToldValues(playbook);
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
      var actor = text(data, "actor");
      var values = values(object(data, "values"));
      if (!problems.isEmpty()) {
        return new Unclear(List.copyOf(problems));
      }
      var change =
          new CrmChanged(source.id(), handoff, status, reason, stage, actor, values.values());
      identities.addAll(values.names());
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
    private Accepted values(Map<?, ?> theirs) {
      var values = new TreeMap<String, String>();
      var names = new TreeSet<Identity>();
      source
          .fields()
          .forEach((their, our) ->
              told(their, theirs.get(their))
                  .ifPresent(text -> {
                    switch (told.check(Map.of(our, inOurWords(our, text)))) {
                      case Accepted accepted -> {
                        values.putAll(accepted.values());
                        names.addAll(accepted.names());
                      }
                      case Refused(var faults) ->
                          problems.add("data.values." + their + " " + faults.get(our).sentence());
                    }
                  }));
      return new Accepted(values, names);
    }

    private Optional<String> told(String their, Object value) {
      return switch (value) {
        case null -> Optional.empty();
        case String text -> Optional.of(text);
        case Number number -> Optional.of(number.toString());
        case Boolean flag -> Optional.of(flag.toString());
        case List<?> list when list.stream().allMatch(String.class::isInstance) ->
            Optional.of(String.join(",", list.stream().map(String.class::cast).toList()));
        default -> {
          problems.add("data.values." + their + " must be a text or a list of texts");
          yield Optional.empty();
        }
      };
    }

    // A word that means no option is kept as it was told.
    private String inOurWords(String field, String text) {
      var offered = ImportOptions.of(playbook, field);
      Function<String, Optional<String>> meaning =
          word -> source.option(field, word).or(() -> offered.find(word));
      return meaning
          .apply(text)
          .orElseGet(() ->
              Stream.of(text.split(",", -1))
                  .map(word -> meaning.apply(word).orElse(word))
                  .collect(Collectors.joining(",")));
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
        case String text ->
            switch (rule.judge(Kind.TEXT, text)) {
              case Blank _ -> null;
              case Good(var good, _) -> good;
              case Bad(var fault) -> {
                problems.add(name + " " + fault.sentence());
                yield null;
              }
            };
        default -> {
          problems.add(name + " must be a text");
          yield null;
        }
      };
    }
  }
}
