package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
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
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.profile.Field;

/**
 * What sales learns of a person: by a call, or by correcting what is shown. An address or a number
 * among it names the person from then on.
 */
public final class SalesDesk {

  private final Playbook playbook;
  private final ToldValues told;
  private final AnswerRule rule;
  private final LeadStore leads;
  private final Consumer<String> leadEvents;
  private final InstantSource clock;

  /**
   * @param leads tells whose an address is
   * @param leadEvents takes a message's body and returns once it is durable
   */
  public SalesDesk(
      Playbook playbook, LeadStore leads, Consumer<String> leadEvents, InstantSource clock) {
    this.playbook = playbook;
    this.told = new ToldValues(playbook);
    this.rule = new AnswerRule(new Normalizer(playbook.company().country()));
    this.leads = leads;
    this.leadEvents = leadEvents;
    this.clock = clock;
  }

  private record Call(String outcome, SortedMap<String, String> answers) {}

  private record Correction(String reason, SortedMap<String, String> values) {}

  /** Writes down a call, such as {@code {"outcome": "reached", "answers": {"plan": "no-plan"}}}. */
  public Response call(String lead, String said, String actor) {
    var call = Json.read(Call.class, said);
    var errors = new TreeMap<String, String>();
    var outcome = text("outcome", call.outcome(), errors);
    var answers = values(lead, call.answers(), errors);
    if (outcome == null) {
      errors.putIfAbsent("outcome", "is missing");
    }
    return errors.isEmpty()
        ? send(lead, new CallRecorded(actor, outcome, answers.values()), answers.names())
        : Showing.json(422, Map.of("errors", errors));
  }

  /** Corrects values, such as {@code {"reason": "typo", "values": {"email": "…"}}}. */
  public Response correct(String lead, String said, String actor) {
    var correction = Json.read(Correction.class, said);
    var errors = new TreeMap<String, String>();
    var reason = text("reason", correction.reason(), errors);
    var values = values(lead, correction.values(), errors);
    if (values.values().isEmpty()) {
      errors.putIfAbsent("values", "are missing");
    }
    return errors.isEmpty()
        ? send(lead, new Overridden(actor, reason, values.values()), values.names())
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

  private Accepted values(String lead, SortedMap<String, String> said, Map<String, String> errors) {
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
        accepted
            .names()
            .forEach(name -> objection(lead, name).ifPresent(o -> errors.put(field(name), o)));
        accepted
            .values()
            .forEach((field, value) -> {
              if (Field.isWish(field) && !value.equals("no")) {
                errors.put(field, "is for the person to say; you may tell that they said no");
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

  private static String field(Identity name) {
    return name.type() == IdentityType.EMAIL ? Field.EMAIL : Field.MOBILE;
  }

  private Optional<String> objection(String lead, Identity name) {
    var known = leads.names(Set.of(name)).get(name);
    if (known != null && known.lead() == null && known.erasedAt() != null) {
      return Optional.of("is of a person who was erased; only they can tell it again, by a form");
    }
    return otherOwner(lead, name)
        .filter(_ -> name.type() == IdentityType.EMAIL)
        .map(other -> "is the address of lead " + other + "; join the two if they are one person");
  }

  // An address of another's would be a claim, and no mail would go there.
  private Optional<String> otherOwner(String lead, Identity name) {
    var trail = MergeTrail.of(leads::find);
    return Optional.ofNullable(leads.owners(Set.of(name)).get(name))
        .flatMap(leads::find)
        .map(trail::survivor)
        .filter(owner -> owner.isLiving() && owner.profile().names().goesBy(name))
        .map(LeadRecord::lead)
        .filter(owner -> !owner.equals(survivor(trail, lead)));
  }

  private String survivor(MergeTrail<LeadRecord> trail, String lead) {
    return leads.find(lead).map(trail::survivor).map(LeadRecord::lead).orElse(lead);
  }

  private Response send(String lead, Happening happening, Collection<Identity> names) {
    var event =
        LeadEvent.about(lead, Ids.random(), clock.instant(), Channel.SYSTEM, happening)
            .naming(names)
            .vouched();
    leadEvents.accept(event.toJson());
    var answer = new TreeMap<String, Object>(Map.of("event", event.id()));
    var sharers = names.stream().flatMap(name -> otherOwner(lead, name).stream()).toList();
    if (!sharers.isEmpty()) {
      // A number may be an office's: it is written down, and finds whom it found before.
      answer.put("numberOf", sharers);
    }
    return Showing.json(202, answer);
  }
}
