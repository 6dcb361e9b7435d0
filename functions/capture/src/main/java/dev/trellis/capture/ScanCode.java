package dev.trellis.capture;

import module java.base;

import dev.trellis.core.event.Arrival;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Form;

/**
 * {@code GET /q/{code}}: a scan is a touch, even if nothing else follows (R5). A program that makes
 * a preview of the code's link has scanned nothing.
 */
public final class ScanCode {

  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String FIRST = "trellis-scan";
  private static final Pattern SECONDS = Pattern.compile("\\d{10}");

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
      response = response.withCookie(visitor.cookie(desk.publicUrl())).withCookie(first());
    }
    return desk.playbook().machines().reason(request).isPresent()
        ? Answer.of(response)
        : Answer.of(response, event(code, visitor, request));
  }

  private String first() {
    var now = desk.clock().instant().getEpochSecond();
    return Visitor.cookie(FIRST, String.valueOf(now), WINDOW.toSeconds(), desk.publicUrl());
  }

  // A minute's end must not make two of a new phone's first scan.
  private static Instant first(Request request, Instant now) {
    return Optional.ofNullable(request.cookies().get(FIRST))
        .filter(said -> SECONDS.matcher(said).matches())
        .map(said -> Instant.ofEpochSecond(Long.parseLong(said)))
        .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(WINDOW)))
        .orElse(now);
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
    var minute = first(request, now).truncatedTo(ChronoUnit.MINUTES);
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
