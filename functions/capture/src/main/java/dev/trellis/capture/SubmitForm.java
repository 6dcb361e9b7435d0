package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.Nonces.Nonce;
import dev.trellis.capture.form.AnswerCheck;
import dev.trellis.capture.form.Checked.Accepted;
import dev.trellis.capture.form.Checked.Refused;
import dev.trellis.capture.form.FormBody.Readable;
import dev.trellis.capture.form.FormBody.Unreadable;
import dev.trellis.capture.form.FormBodyReader;
import dev.trellis.capture.form.Typed;
import dev.trellis.capture.page.FormPage;
import dev.trellis.core.event.Arrival;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Form;

/** {@code POST /f/{form}}: someone leaves contact details and says what they look for (R4, R9). */
public final class SubmitForm {

  /** Why a person should look at a submission first. */
  static final String TRAPPED = "the field was filled in that people cannot see";

  private final Desk desk;

  SubmitForm(Desk desk) {
    this.desk = desk;
  }

  public Answer submit(Request request) {
    var form = request.parameter("form").flatMap(desk.playbook()::form);
    if (form.isEmpty()) {
      return Answer.of(desk.notices().notFound(request));
    }
    return switch (FormBodyReader.read(request)) {
      case Unreadable(int status) -> Answer.of(desk.notices().notice(status, request));
      case Readable(Typed typed) -> submit(new Submission(form.get(), request, typed));
    };
  }

  private Answer submit(Submission submission) {
    var now = desk.clock().instant();
    var form = submission.form();
    var typed = submission.typed();
    var reply = reply(submission);
    var nonce = desk.nonces().read(form.id(), typed.first("nonce"), now);
    if (nonce.isEmpty()) {
      var fresh = desk.nonces().reissue(form.id(), typed.first("nonce"), now);
      return Answer.of(reply.again("error.stale", fresh));
    }
    if (nonce.get().isTooQuick(now)) {
      return Answer.of(reply.again("error.quick", typed.first("nonce")));
    }
    return switch (AnswerCheck.check(form, typed, desk.normalizer())) {
      case Refused(var errors) -> Answer.of(reply.refused(errors, typed.first("nonce")));
      case Accepted accepted -> {
        var doubts = reply.asks() ? AnswerCheck.doubts(form, typed) : Map.<String, String>of();
        if (!doubts.isEmpty()) {
          yield Answer.of(reply.refused(doubts, typed.first("nonce")));
        }
        var receipt = receipt(nonce.get(), accepted);
        yield Answer.of(reply.thanks(receipt), event(submission, receipt, accepted));
      }
    };
  }

  /** One request to submit one form. */
  private record Submission(Form form, Request request, Typed typed) {
    boolean isKiosk() {
      return typed.has("kiosk");
    }

    boolean isTrapped() {
      return !typed.first(FormPage.honeypot(form)).isEmpty();
    }

    boolean isShared() {
      return form.sharedDevice() || isKiosk();
    }
  }

  // A double click or a reload tells the same again. Other answers from the same page, after going
  // back or by the next visitor of a page that many see, are something else.
  private static String receipt(Nonce nonce, Accepted accepted) {
    var answers = Json.compose(accepted.answers());
    return Ids.derived("receipt", nonce.page(), answers, String.valueOf(accepted.consent()));
  }

  // The receipt makes the id.
  private LeadEvent event(Submission submission, String receipt, Accepted accepted) {
    var code = desk.codes().find(submission.typed().first("code"));
    var identities = new TreeSet<>(accepted.identities());
    if (!submission.isShared()) {
      Visitor.of(submission.request()).map(Visitor::identity).ifPresent(identities::add);
    }
    // Nobody we could recognise, yet somebody: known by this one submission.
    var isNameless = identities.isEmpty();
    if (isNameless) {
      identities.add(new Visitor(receipt).identity());
    }
    return new LeadEvent(
        LeadEvent.VERSION,
        Ids.derived("form", submission.form().id(), receipt),
        desk.clock().instant(),
        Codes.channel(code),
        null,
        identities,
        submission.isShared() && !isNameless,
        desk.networks().of(Codes.origin(code).by(arrival(submission)), submission.request()),
        new FormSubmitted(
            submission.form().id(),
            accepted.answers(),
            accepted.consent(),
            language(submission),
            receipt,
            submission.form().doubleOptIn() && accepted.consent(),
            submission.isTrapped() ? TRAPPED : null));
  }

  private Reply reply(Submission submission) {
    var language = language(submission);
    if (FormBodyReader.isJson(submission.request())) {
      return new JsonReply(language);
    }
    return new PageReply(
        desk.formPage(),
        submission.form(),
        language,
        submission.typed(),
        desk.codes().find(submission.typed().first("code")),
        arrival(submission),
        submission.isKiosk(),
        thanksPage(submission, language));
  }

  private SortedMap<String, String> arrival(Submission submission) {
    return desk.arrival(submission.request(), submission.typed().firsts(Arrival.NAMES));
  }

  private String language(Submission submission) {
    return desk.languages()
        .spoken(submission.typed().first("lang"))
        .orElseGet(() -> desk.languages().of(submission.request()));
  }

  private String thanksPage(Submission submission, String language) {
    var page = new StringBuilder("/f/" + submission.form().id() + "/thanks");
    if (!language.equals(desk.languages().ofBrowser(submission.request()))) {
      page.append("?lang=").append(language);
    }
    if (submission.isKiosk()) {
      page.append(page.indexOf("?") < 0 ? "?kiosk" : "&kiosk");
    }
    return FollowCta.with(page.toString(), Arrival.parameters(arrival(submission)));
  }
}
