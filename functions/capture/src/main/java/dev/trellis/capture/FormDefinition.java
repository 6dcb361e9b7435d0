package dev.trellis.capture;

import module java.base;

import dev.trellis.capture.page.Words;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.AnswerRule;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Question;
import dev.trellis.core.text.Wording;

/** A form as JSON, for pages that are hosted elsewhere and draw it themselves. */
final class FormDefinition {

  private final Form form;
  private final String language;

  private FormDefinition(Form form, String language) {
    this.form = form;
    this.language = language;
  }

  static String json(Form form, String language, String nonce, Map<String, String> arrival) {
    return new FormDefinition(form, language).json(nonce, arrival);
  }

  private String json(String nonce, Map<String, String> arrival) {
    var out = new LinkedHashMap<String, Object>();
    out.put("form", form.id());
    out.put("language", language);
    put(out, "title", form.title());
    put(out, "intro", form.intro());
    put(out, "submit", form.submit());
    put(out, "thanksTitle", form.thanksTitle());
    put(out, "thanks", form.thanks());
    out.put("nothing", Words.in(language).get("nothing"));
    out.put("questions", form.questions().stream().map(this::question).toList());
    out.put("nonce", nonce);
    out.put("arrival", arrival);
    return Json.compose(out);
  }

  private Map<String, Object> question(Question question) {
    var out = new LinkedHashMap<String, Object>();
    out.put("id", question.id());
    out.put("kind", question.kind().name().toLowerCase(Locale.ROOT));
    out.put("required", question.required());
    put(out, "label", question.label());
    put(out, "hint", question.hint());
    if (question.autocomplete() != null) {
      out.put("autocomplete", question.autocomplete());
    }
    switch (question.kind()) {
      case TEXT, EMAIL, PHONE -> out.put("maxLength", AnswerRule.LONGEST);
      case CHOICE, CHOICES -> out.put("options", options(question));
      case CONSENT -> {}
    }
    return out;
  }

  private List<Map<String, String>> options(Question question) {
    return question.options().stream()
        .map(o -> Map.of("id", o.id(), "label", o.label().in(language)))
        .toList();
  }

  private void put(Map<String, Object> out, String name, Wording wording) {
    if (wording != null) {
      out.put(name, wording.in(language));
    }
  }
}
