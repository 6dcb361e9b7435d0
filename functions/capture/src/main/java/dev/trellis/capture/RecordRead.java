package dev.trellis.capture;

import dev.trellis.capture.Opened.Granted;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /c/{token}/read}: the content page's own word that a person looked at it (R82, R87).
 * The same link within half an hour is the same read. The page speaks a second time when it is left
 * ({@code again}), which tells for how long it was looked at and is no second read.
 */
public final class RecordRead {

  static final Duration WINDOW = Duration.ofMinutes(30);

  private final Desk desk;

  RecordRead(Desk desk) {
    this.desk = desk;
  }

  public Answer record(Request request) {
    if (request.body().length > FormBodyReader.LONGEST) {
      return Answer.of(desk.notices().notice(413, request));
    }
    return switch (Opened.of(request, desk)) {
      case Opened.Refused(Response response) -> Answer.of(response);
      case Granted granted ->
          Answer.of(
              new Response(204, Map.of("cache-control", "no-store"), List.of(), new byte[0]),
              event(granted, ReadReport.of(request)));
    };
  }

  private LeadEvent event(Granted granted, ReadReport report) {
    var now = desk.clock().instant();
    var window = String.valueOf(now.toEpochMilli() / WINDOW.toMillis());
    var content = granted.content();
    return LeadEvent.about(
        granted.link().lead(),
        Ids.derived(report.isAgain() ? "dwell" : "read", granted.token(), window),
        now,
        granted.link().sendId().isEmpty() ? Channel.WEB : Channel.MAIL,
        report.isAgain()
            ? new PageVisited("content/" + content.id(), report.seconds(), null)
            : new ContentRead(
                content.id(), content.version(), report.seconds(), granted.link().sendId()));
  }
}
