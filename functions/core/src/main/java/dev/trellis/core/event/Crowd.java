package dev.trellis.core.event;

import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What people did of whom nobody knows or keeps who they were: one record with a count in the place
 * of as many leads.
 *
 * @param from when the hour or the day began in which it happened
 * @param count how often it happened
 * @param people how many leads did it that are forgotten
 */
public record Crowd(
    Instant from, Channel channel, Origin origin, Happening happening, long count, long people) {

  /** Touches of one network at one code or link within an hour. */
  public static Crowd ofNetwork(LeadEvent event) {
    return of(event, ChronoUnit.HOURS, event.origin(), 0);
  }

  /** The touch at a place, on a day, of a visitor who is forgotten. */
  public static Crowd ofForgotten(LeadEvent event) {
    return of(event, ChronoUnit.DAYS, event.origin().from(null), 1);
  }

  private static Crowd of(LeadEvent event, ChronoUnit within, Origin origin, long people) {
    var happening =
        event.happening() instanceof PageVisited visit
            ? new PageVisited(visit.page(), 0, visit.keyword())
            : event.happening();
    var from = event.occurredAt().truncatedTo(within);
    return new Crowd(from, event.channel(), origin.anyhow(), happening, 1, people);
  }

  /** The same for all that is counted together, whatever the count. */
  public String id() {
    return Ids.derived(Json.write(new Crowd(from, channel, origin, happening, 0, 0)));
  }

  /** The same without the network that it came from. */
  public Crowd anywhere() {
    return new Crowd(from, channel, origin.from(null), happening, count, people);
  }

  /** The same touched once more by the same person. */
  public Crowd again(Crowd other) {
    return new Crowd(from, channel, origin, happening, count + other.count, people);
  }

  public Crowd plus(Crowd other) {
    return new Crowd(from, channel, origin, happening, count + other.count, people + other.people);
  }
}
