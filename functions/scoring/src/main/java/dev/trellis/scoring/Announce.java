package dev.trellis.scoring;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.port.MessageQueue;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Tells pools, journeys and other leads what followed from a batch of events, each with one call.
 */
public final class Announce {

  private final MessageQueue<ProfileUpdated> pools;
  private final MessageQueue<JourneySignal> journeys;
  private final MessageQueue<LeadEvent> events;

  public Announce(
      MessageQueue<ProfileUpdated> pools,
      MessageQueue<JourneySignal> journeys,
      MessageQueue<LeadEvent> events) {
    this.pools = pools;
    this.journeys = journeys;
    this.events = events;
  }

  /** Returns once everything is durable; of several messages that ask the same the last is sent. */
  public void announce(List<Consequences> consequences) {
    var updates = new LinkedHashMap<String, ProfileUpdated>();
    var signals = new LinkedHashMap<String, JourneySignal>();
    for (var one : consequences) {
      one.updates().forEach(u -> updates.put(u.lead(), u));
      one.signals().forEach(s -> signals.put(s.lead() + " " + s.reason(), s));
    }
    events.send(consequences.stream().flatMap(c -> c.events().stream()).toList());
    pools.send(List.copyOf(updates.values()));
    journeys.send(List.copyOf(signals.values()));
  }
}
