package dev.trellis.playbook.check;

import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;

/** A form that asks for a confirmation needs whatever it takes to get one. */
record DoubleOptInCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    playbook.forms().values().stream().filter(Form::doubleOptIn).forEach(this::check);
  }

  private void check(Form form) {
    var place = places.get("form " + form.id());
    if (form.questions().stream().noneMatch(q -> q.kind() == Kind.EMAIL && q.required())) {
      place.problem(
          "asks for a confirmation by mail, but for no address",
          "Add a required question of kind email, or leave \"doubleOptIn\" out");
    }
    if (form.questions().stream().noneMatch(q -> q.kind() == Kind.CONSENT)) {
      place.problem(
          "has no consent to confirm",
          "Add a question of kind consent, or leave \"doubleOptIn\" out");
    }
    if (playbook.journeys().values().stream().noneMatch(j -> asks(j, form))) {
      place.problem(
          "no journey asks for the confirmation, so its consents stay pending for ever",
          "Add a journey \"on: { submits: "
              + form.id()
              + " }\" that sends a mail of kind confirmation");
    }
  }

  private boolean asks(Journey journey, Form form) {
    return journey.trigger().equals(new Trigger.Submits(form.id()))
        && Program.of(journey).steps().stream()
            .anyMatch(s -> s instanceof Step.Send send && isConfirmation(send.mail()));
  }

  private boolean isConfirmation(String mail) {
    return playbook.mails().containsKey(mail)
        && playbook.mails().get(mail).kind() == MailText.Kind.CONFIRMATION;
  }
}
