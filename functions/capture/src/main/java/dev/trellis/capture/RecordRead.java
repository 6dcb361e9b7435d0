package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.Opened.Granted;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.profile.Visit;
import dev.trellis.core.signing.ContentLinks.Link;

/**
 * {@code POST /c/{token}/read}: the content page's own word that a person looked at it (R82, R87).
 * The same link in the same browser within half an hour is the same read. The page speaks a second
 * time when it is left ({@code again}), which tells for how long it was looked at and is no second
 * read.
 *
 * <p>The browser is told as well: a mail may have been forwarded, and what was read there counts
 * where the link says, whoever read. Two browsers are two readers.
 *
 * <p>Soon after the mail a gateway may have been here before the person. Then only what comes
 * together is the same; the profile tells the two apart and knows the half hour itself.
 */
public final class RecordRead {

  static final Duration WINDOW = Duration.ofMinutes(30);
  static final Duration TOGETHER = Duration.ofSeconds(5);

  private final Desk desk;
  private final MachineVisits machines;

  RecordRead(Desk desk) {
    this.desk = desk;
    this.machines = new MachineVisits(desk);
  }

  public Answer record(Request request) {
    return switch (Opened.of(request, desk)) {
      case Opened.Refused(Response response) -> Answer.of(response);
      case Granted granted ->
          Answer.of(
              new Response(204, Map.of("cache-control", "no-store"), List.of(), new byte[0]),
              machines
                  .of(request, granted.token(), granted.link())
                  .orElseGet(() -> event(granted, request)));
    };
  }

  private LeadEvent event(Granted granted, Request request) {
    var report = ReadReport.of(request);
    var now = desk.clock().instant();
    var link = granted.link();
    var what = report.isAgain() ? "dwell" + report.part() : "read";
    var visitor = Visitor.of(request);
    var browser = visitor.map(Visitor::id).orElse("");
    return LeadEvent.about(
            link.lead(),
            Ids.derived(what, granted.token(), window(link, now), browser),
            now,
            link.sendId().isEmpty() ? Channel.WEB : Channel.MAIL,
            happening(granted.content(), report, link))
        .naming(visitor.map(Visitor::identity).stream().toList())
        .from(Origin.NONE.by(desk.arrival(request)));
  }

  private static Happening happening(Content content, ReadReport report, Link link) {
    var page = Visit.page(content.id());
    return report.isAgain()
        ? new PageVisited(page, report.seconds(), null, link.sendId(), link.mailedAt())
        : new ContentRead(
            content.id(),
            content.version(),
            report.seconds(),
            link.sendId(),
            link.mailedAt(),
            link.mailbox());
  }

  /** In which the same link in the same browser is the same. */
  static String window(Link link, Instant now) {
    var isInDoubt = link.mailedAt() != null && now.isBefore(link.mailedAt().plus(Visit.DOUBTFUL));
    return isInDoubt
        ? "at " + Duration.between(link.mailedAt(), now).dividedBy(TOGETHER)
        : String.valueOf(now.toEpochMilli() / WINDOW.toMillis());
  }
}
