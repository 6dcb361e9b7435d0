package dev.trellis.console.desk;

import dev.trellis.console.html.Showing;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.AnswerRule.Bad;
import dev.trellis.core.playbook.AnswerRule.Blank;
import dev.trellis.core.playbook.AnswerRule.Good;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.playbook.ToldValues.Refused;
import dev.trellis.core.profile.Field;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What sales learns of a person: by a call, or by correcting what is shown. An address or a number
 * among it names the person from then on.
 */
public final class SalesDesk {

  private static final String ACTOR = "local";

  private final Playbook playbook;
  private final ToldValues told;
  private final AnswerRule rule;
  private final Consumer<String> leadEvents;
  private final InstantSource clock;

  /**
   * @param leadEvents takes a message's body and returns once it is durable
   */
  public SalesDesk(Playbook playbook, Consumer<String> leadEvents, InstantSource clock) {
    this.playbook = playbook;
    this.told = new ToldValues(playbook);
    this.rule = new AnswerRule(new Normalizer(playbook.company().country()));
    this.leadEvents = leadEvents;
    this.clock = clock;
  }

  private record Call(String outcome, SortedMap<String, String> answers) {}

  private record Correction(String reason, SortedMap<String, String> values) {}

  /** Writes down a call, such as {@code {"outcome": "reached", "answers": {"plan": "no-plan"}}}. */
  public Response call(String lead, String said) {
    var call = Json.read(Call.class, said);
    var errors = new TreeMap<String, String>();
    var outcome = text("outcome", call.outcome(), errors);
    var answers = values(call.answers(), errors);
    if (outcome == null) {
      errors.putIfAbsent("outcome", "is missing");
    }
    return errors.isEmpty()
        ? send(lead, new CallRecorded(ACTOR, outcome, answers.values()), answers.names())
        : Showing.json(422, Map.of("errors", errors));
  }

  /** Corrects values, such as {@code {"reason": "typo", "values": {"email": "…"}}}. */
  public Response correct(String lead, String said) {
    var correction = Json.read(Correction.class, said);
    var errors = new TreeMap<String, String>();
    var reason = text("reason", correction.reason(), errors);
    var values = values(correction.values(), errors);
    values
        .values()
        .forEach((field, value) -> {
          if (Field.isWish(field) && !value.equals("no")) {
            errors.put(field, "is for the person to say; you may tell that they said no");
          }
        });
    if (values.values().isEmpty()) {
      errors.putIfAbsent("values", "are missing");
    }
    return errors.isEmpty()
        ? send(lead, new Overridden(ACTOR, reason, values.values()), values.names())
        : Showing.json(422, Map.of("errors", errors));
  }

  private String text(String member, String said, Map<String, String> errors) {
    return switch (rule.judge(Kind.TEXT, said == null ? "" : said)) {
      case Blank _ -> null;
      case Good(var text, _) -> text;
      case Bad(var fault) -> {
        errors.put(member, fault.sentence());
        yield null;
      }
    };
  }

  private Accepted values(SortedMap<String, String> said, Map<String, String> errors) {
    return switch (told.check(said == null ? Map.of() : said)) {
      case Accepted accepted -> {
        accepted
            .values()
            .forEach((field, value) -> {
              if (!playbook.isOffered(field, value)) {
                var options = String.join(", ", new TreeSet<>(playbook.options(field)));
                errors.put(field, "must be among " + options);
              }
            });
        yield accepted;
      }
      case Refused(var faults) -> {
        faults.forEach((field, fault) -> errors.put(field, fault.sentence()));
        yield new Accepted(new TreeMap<>(), new TreeSet<>());
      }
    };
  }

  private Response send(String lead, Happening happening, Collection<Identity> names) {
    var event =
        LeadEvent.about(lead, Ids.random(), clock.instant(), Channel.SYSTEM, happening)
            .naming(names)
            .vouched();
    leadEvents.accept(event.toJson());
    return Showing.json(202, Map.of("event", event.id()));
  }
}
