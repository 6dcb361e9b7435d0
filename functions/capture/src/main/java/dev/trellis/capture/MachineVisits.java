package dev.trellis.capture;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.MachineVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.signing.ContentLinks.Link;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Visits of programs, known by the request alone: kept in the log, and nothing moves (R82). */
final class MachineVisits {

  private final Desk desk;

  MachineVisits(Desk desk) {
    this.desk = desk;
  }

  /** What to tell instead of a click or a read; empty if the request may be a person's. */
  Optional<LeadEvent> of(Request request, String token, Link link) {
    return desk.playbook().machines().reason(request).map(why -> event(token, link, why));
  }

  // Within one minute it is the same visit: gateways ask again and again.
  private LeadEvent event(String token, Link link, String reason) {
    var now = desk.clock().instant();
    var minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
    var isMailed = !link.sendId().isEmpty();
    return LeadEvent.about(
        link.lead(),
        Ids.derived("machine", token, reason, minute),
        now,
        isMailed ? Channel.MAIL : Channel.WEB,
        new MachineVisited(link.content(), isMailed ? link.sendId() : null, reason));
  }
}
