package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.event.Arrival;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.yaml.Yaml;

/** Questions must not be called like the fields that every form page sends by itself. */
final class QuestionNames {

  private static final List<String> TAKEN =
      Stream.concat(Stream.of("asked", "code", "kiosk", "lang", "nonce"), Arrival.NAMES.stream())
          .toList();

  private QuestionNames() {}

  static void check(Playbook playbook, Map<String, Yaml> places) {
    for (var form : playbook.forms().values()) {
      for (var question : form.questions()) {
        if (TAKEN.contains(question.id())) {
          places
              .get("question " + form.id() + "/" + question.id())
              .problem(
                  "the question \""
                      + question.id()
                      + "\" has the name of a field of the page itself",
                  "Rename it; not free are: " + String.join(", ", TAKEN));
        }
      }
    }
  }
}
