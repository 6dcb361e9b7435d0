package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Form;
import java.util.List;

/** {@code GET /f/{form}/thanks}: what a visitor sees after a submission. */
public final class ShowThanks {

  private final Desk desk;

  ShowThanks(Desk desk) {
    this.desk = desk;
  }

  public Answer show(Request request) {
    return Answer.of(
        request
            .parameter("form")
            .flatMap(desk.playbook()::form)
            .map(form -> page(form, request))
            .orElseGet(() -> desk.notices().notFound(request)));
  }

  private Response page(Form form, Request request) {
    var language = desk.languages().of(request);
    var isKiosk = request.query().containsKey("kiosk");
    // On a shared device the next person stands behind: nothing leads away from the form.
    var isShared = form.sharedDevice() || isKiosk;
    return desk.pages()
        .thanks(
            language,
            form.thanksTitle().in(language),
            form.thanks().in(language),
            isShared
                ? List.of()
                : new CtaViews(desk, request).afterForm(form.id(), language, Visitor.of(request)),
            isShared ? "/f/" + form.id() + "?lang=" + language + (isKiosk ? "&kiosk" : "") : "");
  }
}
