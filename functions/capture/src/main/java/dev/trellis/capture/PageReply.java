package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.form.Typed;
import dev.trellis.capture.page.FormPage;
import dev.trellis.capture.page.FormState;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Code;
import dev.trellis.core.playbook.Form;

/** Tells the outcome of a submission as a page. */
record PageReply(
    FormPage page,
    Form form,
    String language,
    Typed typed,
    Optional<Code> code,
    SortedMap<String, String> arrival,
    boolean isKiosk,
    String thanksPage)
    implements Reply {

  @Override
  public Response thanks(String receipt) {
    return Response.seeOther(thanksPage).withHeader("cache-control", "no-store");
  }

  @Override
  public boolean asks() {
    return true;
  }

  @Override
  public Response refused(Map<String, String> errors, String nonce) {
    return again(errors, "", nonce);
  }

  @Override
  public Response again(String why, String nonce) {
    return again(Map.of(), why, nonce);
  }

  private Response again(Map<String, String> errors, String notice, String nonce) {
    var state = new FormState(language, typed, errors, notice, nonce, code, arrival, isKiosk);
    return page.render(422, form, state);
  }
}
