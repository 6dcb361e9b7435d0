package dev.trellis.capture;

import dev.trellis.capture.form.Typed;
import dev.trellis.capture.page.FormState;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Form;
import java.util.Map;

/** {@code GET /f/{form}}: the landing page, or the form's definition for whoever asks for JSON. */
public final class ShowForm {

  private final Desk desk;

  ShowForm(Desk desk) {
    this.desk = desk;
  }

  public Answer show(Request request) {
    var form = request.parameter("form").flatMap(desk.playbook()::form);
    if (form.isEmpty()) {
      return Answer.of(desk.notices().notFound(request));
    }
    return Answer.of(
        request.wantsJson() ? definition(form.get(), request) : page(form.get(), request));
  }

  private Response definition(Form form, Request request) {
    var nonce = desk.nonces().issue(form.id(), desk.clock().instant());
    return Response.json(
            200,
            FormDefinition.json(form, desk.languages().of(request), nonce, desk.arrival(request)))
        .withHeader("access-control-allow-origin", "*")
        .withHeader("cache-control", "no-store")
        .withHeader("vary", "accept, accept-language");
  }

  private Response page(Form form, Request request) {
    var isKiosk = request.query().containsKey("kiosk");
    var response =
        desk.formPage()
            .render(
                200,
                form,
                new FormState(
                    desk.languages().of(request),
                    Typed.NOTHING,
                    Map.of(),
                    "",
                    desk.nonces().issue(form.id(), desk.clock().instant()),
                    desk.codes().find(request.query().get("code")),
                    desk.arrival(request),
                    isKiosk));
    // People who share a device must not be taken for one person.
    return form.sharedDevice() || isKiosk || Visitor.of(request).isPresent()
        ? response
        : response.withCookie(Visitor.unknown().cookie(desk.publicUrl()));
  }
}
