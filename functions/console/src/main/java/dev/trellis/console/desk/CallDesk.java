package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Showing;
import dev.trellis.console.html.Words;
import dev.trellis.console.page.CallForm;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;

/** Takes calls and notes from the form of a page, which gets a page back, and from programs. */
public record CallDesk(SalesDesk sales, Playbook playbook, Showing showing) {

  private record Note(String text) {}

  /** Writes down a call, such as {@code {"outcome": "reached", "answers": {"plan": "no-plan"}}}. */
  public Response call(String lead, Visit visit) {
    var request = visit.request();
    var sheet =
        visit.isForm()
            ? CallSheet.ofForm(request.text())
            : Json.read(CallSheet.class, request.text());
    return answer(
        lead,
        visit,
        sales.log(lead, sheet, visit.hand()),
        "called",
        (form, objections) -> form.refused(lead, sheet, objections));
  }

  /** Writes down a note, such as {@code {"text": "prefers mornings"}}. */
  public Response note(String lead, Visit visit) {
    var request = visit.request();
    var text =
        visit.isForm()
            ? CallSheet.typed(request.text()).get("text")
            : Json.read(Note.class, request.text()).text();
    return answer(
        lead,
        visit,
        sales.note(lead, text, visit.hand()),
        "noted",
        (form, objections) -> form.refused(lead, text, objections));
  }

  private Response answer(
      String lead,
      Visit visit,
      SalesDesk.Taken taken,
      String done,
      BiFunction<CallForm, Map<String, Objection>, String> page) {
    return switch (taken) {
      case SalesDesk.Sent(var told) ->
          visit.isForm()
              ? visit.back(visit.base() + "/leads/" + lead, done)
              : Showing.json(202, told);
      case SalesDesk.Refused(var objections) -> {
        var words = showing.words(visit);
        yield visit.isForm()
            ? Response.html(422, page.apply(new CallForm(playbook, words), objections))
            : refused(objections, new Words("en", words.zone()));
      }
    };
  }

  static Response refused(Map<String, Objection> objections, Words words) {
    var errors = new TreeMap<String, String>();
    objections.forEach((name, objection) -> errors.put(name, objection.in(words)));
    return Showing.json(422, Map.of("errors", errors));
  }
}
