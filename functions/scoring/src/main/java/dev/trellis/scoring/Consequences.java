package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ChannelFollowed;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.EventAttended;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.NameClaimed;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.Happening.PutIntoJourney;
import dev.trellis.core.event.Happening.TakenOutOfJourney;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.identity.Strength;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;

/**
 * What others are to be told once an event is stored. An event that was stored before is told
 * again: whoever stored it may have died before telling.
 *
 * @param events that follow about other leads
 * @param reason why it was refused or dropped, or which leads were erased; or null
 */
public record Consequences(
    Result result,
    String reason,
    List<ProfileUpdated> updates,
    List<JourneySignal> signals,
    List<Assignment> assignments,
    List<LeadEvent> events) {

  public Consequences {
    updates = List.copyOf(updates);
    signals = List.copyOf(signals);
    assignments = List.copyOf(assignments);
    events = List.copyOf(events);
  }

  /** All that others are told. */
  public Stream<Record> messages() {
    return Stream.of(updates, signals, events).flatMap(List::stream);
  }

  /** Nobody is told anything. */
  static Consequences none(Result result) {
    return new Consequences(result, null, List.of(), List.of(), List.of(), List.of());
  }

  /** The log, which tables that are restored know nothing of, says who was forgotten. */
  static Consequences erased(SortedSet<String> leads) {
    return new Consequences(
        Result.ERASED, String.join(" ", leads), List.of(), List.of(), List.of(), List.of());
  }

  static Consequences dropped(String reason) {
    return new Consequences(Result.DROPPED, reason, List.of(), List.of(), List.of(), List.of());
  }

  static Consequences refused(String reason) {
    return new Consequences(Result.REFUSED, reason, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * @param met what claimants of names that the lead has are to hear besides
   */
  static Consequences of(Append append, List<LeadEvent> met, AppendResult result, Instant now) {
    return switch (result) {
      case APPENDED -> told(append, met, Result.APPENDED, append.lead().version() + 1, now);
      case DUPLICATE -> told(append, met, Result.DUPLICATE, append.lead().version(), now);
      case RECEIPT_USED -> none(Result.RECEIPT_USED);
      case CROWDED -> none(Result.COUNTED);
      case CONFLICT -> throw new IllegalArgumentException("nothing follows from a conflict");
    };
  }

  private static Consequences told(
      Append append, List<LeadEvent> met, Result result, long version, Instant now) {
    var event = append.event();
    var lead = append.lead().lead();
    var signals = new ArrayList<JourneySignal>();
    switch (event.happening()) {
      case FormSubmitted _ -> signals.add(new JourneySignal(lead, Reason.SUBMITTED, now));
      case ContentRead _ -> signals.add(new JourneySignal(lead, Reason.READ, now));
      case PageVisited _ when append.lead().profile().isSecondSign(event) ->
          signals.add(new JourneySignal(lead, Reason.READ, now));
      // Journeys may be waiting for these.
      case EventAttended _,
          ChannelFollowed _,
          CallRecorded _,
          ConsentConfirmed _,
          PutIntoJourney _,
          TakenOutOfJourney _ ->
          signals.add(new JourneySignal(lead, Reason.DID, now));
      // Somebody may have read before the delivery was told; now it is known whether a machine did.
      case MailDelivered mail when append.lead().profile().isInDoubt(mail.sendId()) ->
          signals.add(new JourneySignal(lead, Reason.READ, now));
      default -> {}
    }
    merged(append, result).forEach(l -> signals.add(new JourneySignal(l, Reason.MERGED, now)));
    var isMoved = !append.losers().isEmpty() || append.lead().profile().isMovedBy(event);
    var updates =
        isMoved
            ? List.of(new ProfileUpdated(lead, version, event.id(), now))
            : List.<ProfileUpdated>of();
    var assignments = Assignment.of(append, result, version).stream().toList();
    var events = new ArrayList<>(claimed(append));
    events.addAll(met);
    return new Consequences(result, null, updates, signals, assignments, events);
  }

  // Whoever has a name that another lead claims shall hear of it, once. That somebody's browser
  // followed a link of another's claims nothing.
  private static List<LeadEvent> claimed(Append append) {
    var event = append.event();
    var told = new TreeMap<String, LeadEvent>();
    event
        .standing()
        .claims()
        .forEach((name, other) -> {
          if (!other.isEmpty() && Strength.isStrong(name)) {
            var claim = new NameClaimed(append.lead().lead(), name);
            var id = Ids.derived("claimed", event.id(), name.toString());
            told.put(id, LeadEvent.about(other, id, event.occurredAt(), Channel.SYSTEM, claim));
          }
        });
    return List.copyOf(told.values());
  }

  // Told again, nobody knows any more whether this very event merged: all that were ever absorbed.
  private static TreeSet<String> merged(Append append, Result result) {
    var leads = new TreeSet<String>();
    append.losers().forEach(loser -> leads.add(loser.lead()));
    if (result == Result.DUPLICATE) {
      leads.addAll(append.lead().absorbed());
    }
    if (!leads.isEmpty()) {
      leads.add(append.lead().lead());
    }
    return leads;
  }
}
