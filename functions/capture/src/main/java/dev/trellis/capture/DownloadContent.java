package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.Opened.Granted;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.ContentDownloaded;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;

/**
 * {@code GET /c/{token}/file}: the file of a content, and that it was downloaded (R6). Players and
 * readers ask for a file in parts: in the same browser that is one download, as it would be one
 * read.
 */
public final class DownloadContent {

  private final Desk desk;
  private final MachineVisits machines;

  DownloadContent(Desk desk) {
    this.desk = desk;
    this.machines = new MachineVisits(desk);
  }

  public Answer download(Request request) {
    return switch (Opened.of(request, desk)) {
      case Opened.Refused(Response response) -> Answer.of(response);
      case Granted granted ->
          granted
              .content()
              .file(granted.language())
              .map(path -> PlaybookFile.in(desk.playbook().root(), path))
              .map(file -> Answer.of(file(file), event(granted, request)))
              .orElseGet(() -> Answer.of(desk.notices().notFound(request)));
    };
  }

  private LeadEvent event(Granted granted, Request request) {
    return machines
        .of(request, granted.token(), granted.link())
        .orElseGet(() -> downloaded(granted, request));
  }

  private LeadEvent downloaded(Granted granted, Request request) {
    var now = desk.clock().instant();
    var link = granted.link();
    var content = granted.content();
    var visitor = Visitor.of(request);
    var browser = visitor.map(Visitor::id).orElse("");
    return LeadEvent.about(
            link.lead(),
            Ids.derived("download", granted.token(), RecordRead.window(link, now), browser),
            now,
            link.sendId().isEmpty() ? Channel.WEB : Channel.MAIL,
            new ContentDownloaded(content.id(), content.version(), link.sendId(), link.mailedAt()))
        .naming(visitor.map(Visitor::identity).stream().toList())
        .from(Origin.NONE.by(desk.arrival(request)));
  }

  private static Response file(PlaybookFile file) {
    return new Response(
        200,
        Map.of(
            "content-type", file.mediaType(),
            "content-disposition", disposition(file.name()),
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "cache-control", "private, no-store"),
        List.of(),
        file.bytes());
  }

  /** The file's name in ASCII for old clients, and as it is for all others (RFC 6266). */
  private static String disposition(String name) {
    var ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    var exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
  }
}
