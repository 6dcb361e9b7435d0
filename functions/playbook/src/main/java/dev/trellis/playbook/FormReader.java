package dev.trellis.playbook;

import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Form.Option;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.playbook.yaml.Yaml;

/** Reads a form, {@code forms/<id>.yaml}. */
final class FormReader {

  private final Source source;

  FormReader(Source source) {
    this.source = source;
  }

  Form read(String id, Yaml place) {
    place.only(
        "title",
        "intro",
        "submit",
        "thanksTitle",
        "thanks",
        "content",
        "sharedDevice",
        "doubleOptIn",
        "questions");
    source.places().put("form " + id, place);
    return new Form(
        id,
        place.wording("title", source.languages()),
        place.wording("intro", source.languages()),
        place.wording("submit", source.languages()),
        place.wording("thanksTitle", source.languages()),
        place.wording("thanks", source.languages()),
        place.textOr("content", null),
        place.flag("sharedDevice"),
        place.flag("doubleOptIn"),
        place.list("questions").stream().map(q -> question(id, q)).toList());
  }

  private Question question(String form, Yaml place) {
    place.find("id").ifPresent(q -> source.places().put("question " + form + "/" + q.text(), q));
    place.only("id", "kind", "required", "label", "hint", "autocomplete", "options");
    var kind = place.constant(Kind.class, place.text("kind")).orElse(Kind.TEXT);
    var options = place.list("options").stream().map(this::option).toList();
    if (options.isEmpty() && (kind == Kind.CHOICE || kind == Kind.CHOICES)) {
      place.problem("a choice without options", "Add \"options:\" with id and label each");
    }
    return new Question(
        place.text("id"),
        kind,
        place.flag("required"),
        place.wording("label", source.languages()),
        place.find("hint").isPresent() ? place.wording("hint", source.languages()) : null,
        place.textOr("autocomplete", null),
        options);
  }

  private Option option(Yaml place) {
    place.only("id", "label");
    return new Option(place.text("id"), place.wording("label", source.languages()));
  }
}
