package dev.trellis.capture;

import dev.trellis.capture.page.ContentView;
import dev.trellis.capture.page.Markdown;
import dev.trellis.core.event.Arrival;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.MailClicked;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.signing.ContentLinks.Link;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * {@code GET} and {@code HEAD /c/{token}}: the content page behind a link of a mail, and the click
 * itself (R6).
 */
public final class OpenContent {

  private final Desk desk;
  private final MachineVisits machines;

  OpenContent(Desk desk) {
    this.desk = desk;
    this.machines = new MachineVisits(desk);
  }

  public Answer open(Request request) {
    return switch (Opened.of(request, desk)) {
      case Opened.Refused(Response response) -> Answer.of(response);
      case Opened.Granted(var token, var link, var content, var language) -> {
        var machine = machines.of(request, token, link);
        var page = page(token, link, content, language, request);
        if (machine.isEmpty() && Visitor.of(request).isEmpty()) {
          page = page.withCookie(Visitor.unknown().cookie(desk.publicUrl()));
        }
        yield link.sendId().isEmpty() && machine.isEmpty()
            ? Answer.of(page)
            : Answer.of(page, machine.orElseGet(() -> click(token, link, request)));
      }
    };
  }

  // Within one minute it is the same click: a reload, or a scanner that asks twice.
  private LeadEvent click(String token, Link link, Request request) {
    var now = desk.clock().instant();
    var minute = now.truncatedTo(ChronoUnit.MINUTES);
    return LeadEvent.about(
            link.lead(),
            Ids.derived("click", token, minute.toString()),
            now,
            Channel.MAIL,
            new MailClicked(link.sendId(), link.content()))
        .from(Origin.NONE.by(desk.arrival(request)));
  }

  private Response page(
      String token, Link link, Content content, String language, Request request) {
    var root = desk.playbook().root();
    // The file in another language than the mail's only if the page was asked for in that one.
    var other = language.equals(link.language()) ? "" : "?lang=" + language;
    var more = Arrival.parameters(desk.arrival(request));
    var file = content.file(language).map(path -> PlaybookFile.in(root, path));
    var page = Optional.ofNullable(content.page()).map(p -> PlaybookFile.in(root, p.in(language)));
    return desk.pages()
        .content(
            language,
            new ContentView(
                content,
                page.map(PlaybookFile::text).map(Markdown::html).orElse(""),
                file.map(_ -> FollowCta.with("/c/" + token + "/file" + other, more)).orElse(""),
                file.map(PlaybookFile::note).orElse(""),
                new CtaViews(desk, request).ofContent(link, language)));
  }
}
