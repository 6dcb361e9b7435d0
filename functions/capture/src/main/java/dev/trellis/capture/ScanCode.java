package dev.trellis.capture;

import dev.trellis.core.event.Arrival;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Form;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code GET /q/{code}}: a scan is a touch, even if nothing else follows (R5). */
public final class ScanCode {

  private final Desk desk;

  ScanCode(Desk desk) {
    this.desk = desk;
  }

  public Answer scan(Request request) {
    var code = request.parameter("code").flatMap(desk.codes()::find);
    return code.isEmpty() ? Answer.of(desk.notices().notFound(request)) : scan(code.get(), request);
  }

  private Answer scan(Code code, Request request) {
    // On a shared device each scan is somebody else, known by this one scan.
    var isShared =
        Optional.ofNullable(code.form())
            .flatMap(desk.playbook()::form)
            .filter(Form::sharedDevice)
            .isPresent();
    var known = isShared ? Optional.<Visitor>empty() : Visitor.of(request);
    var visitor = known.orElseGet(Visitor::unknown);
    var response = answer(code, request).withHeader("cache-control", "no-store");
    if (known.isEmpty() && !isShared) {
      response = response.withCookie(visitor.cookie(desk.publicUrl()));
    }
    // Only programs look without opening.
    return request.method().equals("HEAD")
        ? Answer.of(response)
        : Answer.of(response, event(code, visitor, request));
  }

  // What was printed goes on being scanned.
  private Response answer(Code code, Request request) {
    return code.retired()
        ? desk.notices()
            .retired(
                request,
                Optional.ofNullable(desk.playbook().occasions().get(code.event())),
                desk.codes().find(code.instead()).map(next -> form(next, request)))
        : Response.seeOther(form(code, request));
  }

  private String form(Code code, Request request) {
    var language = desk.languages().spoken(request.query().get("lang"));
    return "/f/"
        + code.form()
        + "?code="
        + code.id()
        + language.map(l -> "&lang=" + l).orElse("")
        + Arrival.parameters(desk.arrival(request));
  }

  // Within one minute it is the same scan: a reload, or a phone that asks twice.
  private LeadEvent event(Code code, Visitor visitor, Request request) {
    var now = desk.clock().instant();
    var minute = now.truncatedTo(ChronoUnit.MINUTES);
    var found = Optional.of(code);
    return LeadEvent.of(
        Ids.derived("scan", code.id(), visitor.id(), minute.toString()),
        now,
        Codes.channel(found),
        new TreeSet<>(List.of(visitor.identity())),
        desk.networks().of(Codes.origin(found).by(desk.arrival(request)), request),
        new CodeScanned());
  }
}
