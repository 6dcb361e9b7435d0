package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.CompaniesJudged;
import dev.trellis.core.event.Happening.CompanyNamed;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.RetentionEnded;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.VisitorExpired;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Limits;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Quarantine.Refused;
import dev.trellis.scoring.Message.Readable;
import dev.trellis.scoring.Message.Unreadable;

/**
 * Takes one message of lead-events to whom it concerns. What is JSON but cannot be taken goes into
 * quarantine with its reason, to be mended and replayed; so does what a door doubts, until a person
 * has looked at it: replayed, it is taken.
 */
public final class TakeEvent {

  /** Why an event is refused that names a lead we do not have. */
  static final String UNKNOWN = "there is no such lead";

  private final ScoreLead score;
  private final SeparateLead separate;
  private final EraseLead erase;
  private final JudgeCompanies judge;
  private final Quarantine quarantine;
  private final InstantSource clock;

  public TakeEvent(
      ScoreLead score,
      SeparateLead separate,
      EraseLead erase,
      JudgeCompanies judge,
      Quarantine quarantine,
      InstantSource clock) {
    this.score = score;
    this.separate = separate;
    this.erase = erase;
    this.judge = judge;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /** Tells which messages come next, so that whom they name is read together. */
  public void expect(Collection<Message> messages) {
    score.expect(
        messages.stream()
            .flatMap(m -> m instanceof Readable(_, var event) ? Stream.of(event) : Stream.empty())
            .toList());
  }

  /**
   * Does what the message asks, once, however often it is told.
   *
   * @throws MessageFormatException if the message is not even a JSON object
   */
  public Consequences take(String body) {
    return take(Message.read(body));
  }

  /** The same of a message that was read already. */
  public Consequences take(Message message) {
    return switch (message) {
      case Unreadable(_, var reason) -> refused(message, reason);
      case Readable(_, var event) -> take(message, event);
    };
  }

  private Consequences take(Message message, LeadEvent event) {
    try {
      var refusal = Limits.refusal(event, clock.instant()).or(() -> doubt(event));
      if (refusal.isPresent()) {
        return refused(message, refusal.get());
      }
      var consequences = take(event);
      if (consequences.result() == Result.DROPPED) {
        erase.tidy(event);
      }
      return consequences.result() == Result.REFUSED
          ? refused(message, consequences.reason())
          : consequences;
    } catch (MessageFormatException e) {
      return refused(message, e.getMessage());
    } catch (LeadNotFoundException e) {
      return refused(message, UNKNOWN);
    }
  }

  private Consequences take(LeadEvent event) {
    return switch (event.happening()) {
      case Separated _ -> separate.separate(event);
      case ErasureRequested _, RetentionEnded _, VisitorExpired _ -> erase.erase(event);
      case CompaniesJudged _, CompanyNamed _ -> judge.judge(event);
      default -> score.score(event);
    };
  }

  private Consequences refused(Message message, String reason) {
    quarantine.put(Refused.now(kept(message), reason, clock.instant()));
    return Consequences.refused(reason);
  }

  private static Optional<String> doubt(LeadEvent event) {
    return event.happening() instanceof FormSubmitted form
        ? Optional.ofNullable(form.doubt())
        : Optional.empty();
  }

  // What others tell of a person who was forgotten must not be what remembers them.
  private String kept(Message message) {
    return switch (message) {
      case Unreadable(var body, _) ->
          score.isOfForgotten(Json.parse(body)) ? Refused.emptied(Map.of()) : body;
      case Readable(_, var event) when score.isOfForgotten(event) -> nameless(event);
      case Readable(_, var event)
          when event.happening() instanceof FormSubmitted form && form.doubt() != null ->
          event.telling(form.undoubted()).toJson();
      case Readable(var body, var event) -> {
        var left = score.withoutForgotten(event);
        yield left.equals(event) ? body : left.toJson();
      }
    };
  }

  // Only which it was.
  private static String nameless(LeadEvent event) {
    var happening = new LinkedHashMap<String, Object>();
    happening.put("kind", event.kind());
    if (event.happening() instanceof RecordImported row) {
      happening.put("batch", row.batch());
      happening.put("line", row.line());
    }
    return Refused.emptied(Map.of("id", event.id(), "happening", happening));
  }
}
