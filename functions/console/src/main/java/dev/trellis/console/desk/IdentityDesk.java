package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.visit.Hand;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.Joined;
import dev.trellis.core.event.Happening.KeptApart;
import dev.trellis.core.event.Happening.Overridden;
import dev.trellis.core.event.Happening.PlacedByHand;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.profile.Field;

/**
 * Who is who, by hand: splits, erasure, export and quarantine. What changes a lead is a lead event
 * here as everywhere.
 */
public final class IdentityDesk {

  private final ExportLead export;
  private final Quarantine quarantine;
  private final Consumer<String> leadEvents;
  private final InstantSource clock;

  /**
   * @param leadEvents takes a message's body and returns once it is durable
   */
  public IdentityDesk(
      ExportLead export, Quarantine quarantine, Consumer<String> leadEvents, InstantSource clock) {
    this.export = export;
    this.quarantine = quarantine;
    this.leadEvents = leadEvents;
    this.clock = clock;
  }

  /** Everything that is stored about the person whose lead this is, or was. */
  public Optional<String> export(String lead) {
    return export.export(lead);
  }

  /**
   * Splits a lead again into the two that were merged by mistake.
   *
   * @param isThere of a lead that was absorbed by this one
   */
  public Response split(String lead, String absorbed, Predicate<String> isThere, Hand by) {
    if (absorbed == null) {
      throw new IllegalArgumentException("say which lead, such as {\"absorbed\": \"L…\"}");
    }
    return isThere.test(absorbed)
        ? send(lead, by, new Separated(by.name(), "asked for", absorbed))
        : Showing.none("lead in this one");
  }

  /** Ends what was put by hand: the rules place the lead again. */
  public Response end(String lead, Hand by) {
    return send(lead, by, PlacedByHand.ended(by.name(), "undone"));
  }

  /** The person told one of us that they want no more mail. */
  public Response unsubscribe(String lead, Hand by) {
    return send(lead, by, Unsubscribed.toldTo(by.name()));
  }

  /** Makes one lead of two that a person knows to be the same. */
  public Response join(String lead, String other, Hand by) {
    if (lead.equals(other)) {
      return Showing.json(422, Map.of("errors", Map.of("other", "is the same lead")));
    }
    return send(lead, by, new Joined(by.name(), "asked for", other));
  }

  /** Keeps two leads apart that may look like one person. */
  public Response keepApart(String lead, String other, Hand by) {
    return send(lead, by, new KeptApart(by.name(), "asked for", other));
  }

  /** Forgets a person. */
  public Response erase(String lead, Hand by) {
    return send(lead, by, new ErasureRequested(by.name(), "asked for"));
  }

  /** Notes that the person was sent the copy of their data that they asked for. */
  public Response sent(String lead, Hand by) {
    var sent = new TreeMap<>(Map.of(Field.asked(Wanted.EXPORT), "done"));
    return send(lead, by, new Overridden(by.name(), "sent", sent));
  }

  /** Keeps a lead that is silent: its time begins anew. */
  public Response keep(String lead, Hand by) {
    var kept = new TreeMap<>(Map.of(Field.KEPT, "yes"));
    return send(lead, by, new Overridden(by.name(), "kept", kept));
  }

  /** Sends a refused message once more. */
  public Response replay(String id) {
    return quarantine.replay(id, leadEvents)
        ? Showing.json(202, Map.of("replayed", id))
        : Showing.none("message");
  }

  /** Sends what happened to a lead. */
  Response send(String lead, Hand by, Happening happening) {
    var event = LeadEvent.about(lead, by.event(lead), clock.instant(), Channel.SYSTEM, happening);
    leadEvents.accept(event.toJson());
    return Showing.json(202, Map.of("event", event.id()));
  }
}
