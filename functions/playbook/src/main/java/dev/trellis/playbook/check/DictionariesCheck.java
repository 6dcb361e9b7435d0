package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.yaml.Yaml;

/**
 * What the dictionaries infer must be an answer that a form offers, or the two could never agree
 * (R24, R75). A question that no form asks is not checked.
 */
public record DictionariesCheck(Playbook playbook, Map<String, Yaml> places) {

  public void run() {
    answers("need", "keywords need ", Set.of());
    answers(
        "industry", "keywords industry ", playbook.dictionaries().industries().names().keySet());
  }

  private void answers(String question, String prefix, Set<String> more) {
    var known =
        playbook.forms().values().stream()
            .flatMap(form -> form.questions().stream())
            .filter(q -> q.id().equals(question))
            .flatMap(q -> q.options().stream())
            .map(Form.Option::id)
            .collect(Collectors.toCollection(TreeSet::new));
    if (known.isEmpty()) {
      return;
    }
    known.addAll(more);
    places.forEach((place, yaml) -> {
      if (place.startsWith(prefix) && !known.contains(place.substring(prefix.length()))) {
        yaml.problem(
            "no form offers the " + question + " \"" + place.substring(prefix.length()) + "\"",
            "Use one of: " + String.join(", ", known));
      }
    });
  }
}
