package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Words;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;

/** The lines of a form: each with its name, what is typed or chosen there, and what is wrong. */
final class Inputs {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  Inputs(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  /**
   * A line.
   *
   * @param id of its input; of several boxes it is the name of the field
   * @param name as HTML
   * @param objection what is wrong with what was typed, or null
   */
  String line(String id, String name, String input, Objection objection) {
    var why = objection == null ? "" : "<br>" + Html.mark(objection.in(words));
    return isSeveral(id)
        ? "<fieldset><legend>%s</legend>%s%s</fieldset>".formatted(name, input, why)
        : "<p><label for=\"%s\">%s</label><br>%s%s</p>"
            .formatted(Html.escape(id), name, input, why);
  }

  /** What can be answered about a field: its options, or a text. */
  String answer(String id, String name, String field, String typed) {
    var options = Field.isWish(field) ? Set.of("no") : playbook.options(field);
    if (options.isEmpty()) {
      return text(id, name, typed);
    }
    var chosen = List.of(typed.split(","));
    if (!isSeveral(field)) {
      return select(
          id,
          name,
          options.stream().map(o -> option(o, names.plain(field, o), chosen.contains(o))).toList());
    }
    return Html.each(
        options,
        option ->
            "<label><input type=\"checkbox\" name=\"%s\" value=\"%s\"%s> %s</label>"
                .formatted(
                    Html.escape(name),
                    Html.escape(option),
                    chosen.contains(option) ? " checked" : "",
                    Html.escape(names.plain(field, option))));
  }

  // As the forms ask for it.
  private boolean isSeveral(String field) {
    return playbook.forms().values().stream()
        .flatMap(form -> form.questions().stream())
        .anyMatch(question -> question.id().equals(field) && question.kind() == Kind.CHOICES);
  }

  static String text(String id, String name, String typed) {
    return "<input id=\"%s\" name=\"%s\" value=\"%s\">"
        .formatted(Html.escape(id), Html.escape(name), Html.escape(typed));
  }

  static String select(String id, String name, List<String> options) {
    return "<select id=\"%s\" name=\"%s\"><option value=\"\"></option>%s</select>"
        .formatted(Html.escape(id), Html.escape(name), String.join("", options));
  }

  static String option(String value, String text, boolean isChosen) {
    return "<option value=\"%s\"%s>%s</option>"
        .formatted(Html.escape(value), isChosen ? " selected" : "", Html.escape(text));
  }

  static String area(String name, String text) {
    return "<textarea id=\"%s\" name=\"%s\" rows=\"3\" cols=\"60\">%s</textarea>"
        .formatted(name, name, Html.escape(text));
  }

  String button(String label) {
    return "<button>" + Html.escape(words.say(label)) + "</button>";
  }
}
