package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.Calls;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.playbook.yaml.Yaml;

/** What the form of a call asks for must be fields that a call may tell (R102). */
record CallsCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    var calls = playbook.calls();
    if (calls.equals(Calls.NONE)) {
      return;
    }
    var tellable = new TellableFields(playbook);
    calls.fields().stream()
        .filter(field -> !tellable.contains(field))
        .forEach(field ->
            places
                .get("calls")
                .problem(
                    "asks for \"" + field + "\", which no call may tell",
                    "Use a field of fields.yaml or of a form"));
    calls
        .outcomes()
        .values()
        .forEach(outcome ->
            outcome
                .needs()
                .forEach(field ->
                    places.get("outcome " + outcome.id()).names("field", field, calls.fields())));
    calls
        .mailboxes()
        .forEach((person, mailbox) -> {
          if (!mailbox.matches("[^@\\s]+@[^@\\s]+|[^@<>]*<[^@\\s<>]+@[^@\\s<>]+>")) {
            places
                .get("calls")
                .problem(
                    "the mailbox of \"" + person + "\" is none",
                    "Write an address, or: Name <address>");
          }
        });
  }
}
