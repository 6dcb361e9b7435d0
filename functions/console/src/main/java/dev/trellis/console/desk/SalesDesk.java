package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Objection;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.visit.Hand;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.NoteWritten;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PlacedByHand;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Limits;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.Normalizer;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.AnswerRule.Bad;
import dev.trellis.core.playbook.AnswerRule.Blank;
import dev.trellis.core.playbook.AnswerRule.Good;
import dev.trellis.core.playbook.Calls.Again;
import dev.trellis.core.playbook.Calls.Outcome;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MergeTrail;
import dev.trellis.core.profile.Field;
import dev.trellis.core.text.Characters;

/**
 * What sales learns of a person: by a call, or by correcting what is shown. An address or a number
 * among it names the person from then on.
 */
public final class SalesDesk {

  /** Whoever says to call again later than this has mistyped the year. */
  private static final Duration FARTHEST = Duration.ofDays(366);

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

  /** What became of a word of sales. */
  public sealed interface Taken {}

  /** It was taken; what is answered to it. */
  public record Sent(Map<String, Object> told) implements Taken {}

  /** It was not taken, and why, by what it is about. */
  public record Refused(Map<String, Objection> objections) implements Taken {}

  /**
   * Where somebody wants to put a lead.
   *
   * @param until the last day of it, or an instant
   */
  public record Aim(String stage, String pool, String reason, String until) {}

  /** Writes down a call by the agreed form, which takes nothing else (R102). */
  public Taken log(String lead, CallSheet sheet, Hand by) {
    var objections = new TreeMap<String, Objection>();
    var answers = values(lead, sheet.answers(), objections);
    var outcome = outcome(sheet, objections);
    var note = note("note", sheet.note(), objections);
    var callback = callback(sheet.callback(), outcome, objections);
    sheet.answers().keySet().stream()
        .filter(field -> !playbook.calls().fields().contains(field))
        .forEach(field -> objections.put(field, Objection.of("not-asked")));
    outcome.stream()
        .flatMap(chosen -> chosen.needs().stream())
        .filter(field -> isBlank(sheet.answers().get(field)))
        .forEach(field -> objections.putIfAbsent(field, Objection.of("missing")));
    return objections.isEmpty()
        ? send(
            lead,
            by,
            new CallRecorded(
                by.name(),
                outcome.orElseThrow().id(),
                answers.values(),
                note.orElse(null),
                callback.orElse(null)),
            answers.names())
        : new Refused(objections);
  }

  /** Writes down what somebody thinks of the person. */
  public Taken note(String lead, String said, Hand by) {
    var objections = new TreeMap<String, Objection>();
    var text = note("text", said, objections);
    if (text.isEmpty()) {
      objections.putIfAbsent("text", Objection.of("missing"));
    }
    return objections.isEmpty()
        ? send(lead, by, new NoteWritten(by.name(), text.orElseThrow()), List.of())
        : new Refused(objections);
  }

  /** Corrects values by field. */
  public Taken correct(String lead, String why, SortedMap<String, String> told, Hand by) {
    var objections = new TreeMap<String, Objection>();
    var reason = text("reason", why, objections);
    var values = values(lead, told, objections);
    if (values.values().isEmpty()) {
      objections.putIfAbsent("values", Objection.of("are-missing"));
    }
    return objections.isEmpty()
        ? send(lead, by, new Overridden(by.name(), reason, values.values()), values.names())
        : new Refused(objections);
  }

  /** True if there is such a lead, or was one that another absorbed. */
  boolean isThere(String lead) {
    return leads
        .find(lead)
        .map(MergeTrail.of(leads::find)::survivor)
        .filter(LeadRecord::isLiving)
        .isPresent();
  }

  /** Gives a lead an owner, whoever had it before. */
  public Taken assign(String lead, String said, Hand by) {
    var objections = new TreeMap<String, Objection>();
    var owner = text("owner", said, objections);
    if (owner == null) {
      objections.putIfAbsent("owner", Objection.of("missing"));
      return new Refused(objections);
    }
    return send(
        lead,
        by,
        new Overridden(by.name(), "assigned", new TreeMap<>(Map.of(owners(), owner))),
        List.of());
  }

  /** True if these fields are the one by which a lead has its owner. */
  public boolean isOwner(Set<String> fields) {
    return fields.equals(Set.of(owners()));
  }

  // The first that is known counts.
  private String owners() {
    return playbook.audiences().owners().getFirst();
  }

  /** Puts a lead into a stage, a pool or both, for a reason and until a day is over. */
  public Taken move(String lead, Aim aim, Hand by) {
    var objections = new TreeMap<String, Objection>();
    var stages = playbook.stages().stream().map(Stage::id).toList();
    var stage = among("stage", aim.stage(), stages, objections);
    var pool = among("pool", aim.pool(), playbook.poolPaths(), objections);
    if (stage.isEmpty() && pool.isEmpty()) {
      objections.putIfAbsent("pool", Objection.of("missing"));
    }
    var reason = text("reason", aim.reason(), objections);
    if (reason == null) {
      objections.putIfAbsent("reason", Objection.of("missing"));
    }
    var until = until(aim.until(), objections);
    return objections.isEmpty()
        ? send(
            lead,
            by,
            new PlacedByHand(
                by.name(), reason, stage.orElse(null), pool.orElse(null), until.orElseThrow()),
            List.of())
        : new Refused(objections);
  }

  private static Optional<String> among(
      String name, String said, List<String> known, Map<String, Objection> objections) {
    var chosen = Optional.ofNullable(said).map(String::strip).filter(s -> !s.isEmpty());
    chosen
        .filter(c -> !known.contains(c))
        .ifPresent(_ -> objections.put(name, Objection.of("among", String.join(", ", known))));
    return chosen;
  }

  private Optional<Instant> until(String said, Map<String, Objection> objections) {
    if (said == null || said.isBlank()) {
      objections.put("until", Objection.of("missing"));
      return Optional.empty();
    }
    var day = said.strip();
    var until =
        day.matches("\\d{4}-\\d{2}-\\d{2}")
            ? instant(day + "T00:00").map(this::over)
            : instant(day);
    bounded("until", until, objections);
    return until;
  }

  // A day is over when the next one begins.
  private Instant over(Instant day) {
    var days = playbook.company().days();
    return days.start(days.of(day).plusDays(1));
  }

  private Optional<Outcome> outcome(CallSheet sheet, Map<String, Objection> objections) {
    var outcomes = playbook.calls().outcomes();
    var chosen = sheet.outcome() == null ? "" : sheet.outcome().strip();
    if (chosen.isEmpty()) {
      objections.put("outcome", Objection.of("missing"));
    } else if (!outcomes.containsKey(chosen)) {
      objections.put("outcome", Objection.of("among", String.join(", ", outcomes.keySet())));
    }
    return Optional.ofNullable(outcomes.get(chosen));
  }

  private Optional<Instant> callback(
      String said, Optional<Outcome> outcome, Map<String, Objection> objections) {
    var kind = outcome.map(Outcome::callback);
    if (said == null || said.isBlank()) {
      kind.filter(Again.NEEDED::equals)
          .ifPresent(_ -> objections.put("callback", Objection.of("missing")));
      return Optional.empty();
    }
    var at = instant(said.strip());
    if (kind.filter(Again.NONE::equals).isPresent()) {
      objections.put("callback", Objection.of("no-callback"));
    } else {
      bounded("callback", at, objections);
    }
    return at;
  }

  private void bounded(String name, Optional<Instant> at, Map<String, Objection> objections) {
    var now = clock.instant();
    if (at.isEmpty()) {
      objections.put(name, Objection.of("no-time"));
    } else if (!at.get().isAfter(now)) {
      objections.put(name, Objection.of("past"));
    } else if (at.get().isAfter(now.plus(FARTHEST))) {
      objections.put(name, Objection.of("far"));
    }
  }

  // As a browser says it, in the zone in which pages show times; or as a program does.
  private Optional<Instant> instant(String said) {
    try {
      return Optional.of(
          said.endsWith("Z")
              ? Instant.parse(said)
              : LocalDateTime.parse(said).atZone(playbook.company().zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isBlank(String text) {
    return text == null || Characters.withoutMarks(text).isBlank();
  }

  private static Optional<String> note(
      String name, String said, Map<String, Objection> objections) {
    var text = said == null ? "" : said.replace("\r\n", "\n").strip();
    if (text.length() > Limits.LONGEST_VALUE) {
      objections.put(name, Objection.of("too-long", Limits.LONGEST_VALUE));
    } else if (!text.lines().allMatch(Characters::arePlain)) {
      objections.put(name, Objection.of("unplain"));
    }
    return Optional.of(text).filter(t -> !isBlank(t));
  }

  /** A text of one line as it is taken; null if there is none, or if it is not taken. */
  String text(String member, String said, Map<String, Objection> objections) {
    return switch (rule.judge(Kind.TEXT, said == null ? "" : said)) {
      case Blank _ -> null;
      case Good(var text, _) -> text;
      case Bad(var fault) -> {
        objections.put(member, Objection.of(fault));
        yield null;
      }
    };
  }

  private Accepted values(
      String lead, SortedMap<String, String> said, Map<String, Objection> objections) {
    return switch (told.check(said == null ? Map.of() : said)) {
      case Accepted accepted -> {
        accepted
            .values()
            .forEach((field, value) -> {
              if (!playbook.isOffered(field, value)) {
                var options = String.join(", ", new TreeSet<>(playbook.options(field)));
                objections.put(field, Objection.of("among", options));
              }
              told.typed(field, value)
                  .ifPresent(fault -> objections.put(field, Objection.of(fault)));
            });
        accepted
            .names()
            .forEach(name -> objection(lead, name).ifPresent(o -> objections.put(field(name), o)));
        accepted
            .values()
            .forEach((field, value) -> {
              if (Field.isWish(field) && !value.equals("no")) {
                objections.put(field, Objection.of("wish"));
              }
            });
        yield accepted;
      }
      case ToldValues.Refused(var faults) -> {
        faults.forEach((field, fault) -> objections.put(field, Objection.of(fault)));
        yield new Accepted(new TreeMap<>(), new TreeSet<>());
      }
    };
  }

  private static String field(Identity name) {
    return name.type() == IdentityType.EMAIL ? Field.EMAIL : Field.MOBILE;
  }

  private Optional<Objection> objection(String lead, Identity name) {
    var known = leads.names(Set.of(name)).get(name);
    if (known != null && known.lead() == null && known.erasedAt() != null) {
      return Optional.of(Objection.of("erased"));
    }
    return otherOwner(lead, name)
        .filter(_ -> name.type() == IdentityType.EMAIL)
        .map(other -> Objection.of("others", other));
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

  private Sent send(String lead, Hand by, Happening happening, Collection<Identity> names) {
    var event =
        LeadEvent.about(lead, by.event(lead), clock.instant(), Channel.SYSTEM, happening)
            .naming(names)
            .vouched();
    leadEvents.accept(event.toJson());
    var answer = new TreeMap<String, Object>(Map.of("event", event.id()));
    var sharers = names.stream().flatMap(name -> otherOwner(lead, name).stream()).toList();
    if (!sharers.isEmpty()) {
      // A number may be an office's: it is written down, and finds whom it found before.
      answer.put("numberOf", sharers);
    }
    return new Sent(answer);
  }
}
