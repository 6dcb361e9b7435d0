package dev.trellis.capture;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Form;
import java.util.HashMap;

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
    var model = new HashMap<String, Object>();
    model.put("text", form.thanks().in(language));
    if (form.sharedDevice() || isKiosk) {
      model.put("again", "/f/" + form.id() + "?lang=" + language + (isKiosk ? "&kiosk" : ""));
    }
    return desk.pages().page(200, "thanks", language, form.thanksTitle().in(language), model);
  }
}
