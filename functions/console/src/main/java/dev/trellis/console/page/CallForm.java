package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.CallSheet;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;

/** The agreed form of a call, as the playbook says it, and a line for a note (R102). */
public final class CallForm {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  public CallForm(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  /** Both forms, with nothing in them. */
  public String html(String lead) {
    return call(lead, CallSheet.EMPTY, Map.of()) + note(lead, "", Map.of());
  }

  /** What is shown to whoever sent a call that is not taken: as it was typed, and why. */
  public String refused(String lead, CallSheet typed, Map<String, Objection> objections) {
    return page(lead, objections, call(lead, typed, objections));
  }

  /** The same of a note. */
  public String refused(String lead, String text, Map<String, Objection> objections) {
    return page(lead, objections, note(lead, text, objections));
  }

  private String page(String lead, Map<String, Objection> objections, String form) {
    var list =
        objections.entrySet().stream()
            .map(e -> name(e.getKey()) + words.of("：", " ") + Html.escape(e.getValue().in(words)))
            .toList();
    return Html.titled(
        words,
        words.say("call.refused"),
        "<div role=\"alert\">" + Html.list(list) + "</div>" + form + back(lead));
  }

  private String back(String lead) {
    return "<p>" + words.link(path(lead), words.say("call.back")) + "</p>";
  }

  private String call(String lead, CallSheet typed, Map<String, Objection> objections) {
    return words.form(
        path(lead) + "/calls",
        "sheet",
        line("outcome", outcomes(typed.outcome()), objections)
            + Html.each(
                playbook.calls().fields(),
                field ->
                    line(field, answer(field, typed.answers().getOrDefault(field, "")), objections))
            + line(
                "callback",
                "<input type=\"datetime-local\" id=\"callback\" name=\"callback\" value=\"%s\">"
                        .formatted(Html.escape(typed.callback()))
                    + Html.small(" " + words.zone()),
                objections)
            + line("note", area("note", typed.note()), objections)
            + "<button>"
            + Html.escape(words.say("call.log"))
            + "</button>");
  }

  private String note(String lead, String text, Map<String, Objection> objections) {
    return words.form(
        path(lead) + "/notes",
        "sheet",
        line("text", area("text", text), objections)
            + "<button>"
            + Html.escape(words.say("call.write"))
            + "</button>");
  }

  private String line(String name, String input, Map<String, Objection> objections) {
    var objection = objections.get(name);
    var why = objection == null ? "" : "<br>" + Html.mark(objection.in(words));
    return isSeveral(name)
        ? "<fieldset><legend>%s</legend>%s%s</fieldset>".formatted(name(name), input, why)
        : "<p><label for=\"%s\">%s</label><br>%s%s</p>"
            .formatted(Html.escape(name), name(name), input, why);
  }

  private String name(String name) {
    return switch (name) {
      case "outcome", "callback", "note", "text" -> Html.escape(words.say("call." + name));
      default -> names.field(name);
    };
  }

  private String outcomes(String chosen) {
    return select(
        "outcome",
        "outcome",
        playbook.calls().outcomes().values().stream()
            .map(o -> option(o.id(), o.name().in(words.language()), o.id().equals(chosen)))
            .toList());
  }

  private String answer(String field, String typed) {
    var options = Field.isWish(field) ? Set.of("no") : playbook.options(field);
    var name = CallSheet.ANSWER + field;
    if (options.isEmpty()) {
      return "<input id=\"%s\" name=\"%s\" value=\"%s\">"
          .formatted(Html.escape(field), Html.escape(name), Html.escape(typed));
    }
    var chosen = List.of(typed.split(","));
    if (!isSeveral(field)) {
      return select(
          field,
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

  private static String select(String id, String name, List<String> options) {
    return "<select id=\"%s\" name=\"%s\"><option value=\"\"></option>%s</select>"
        .formatted(Html.escape(id), Html.escape(name), String.join("", options));
  }

  private static String option(String value, String text, boolean isChosen) {
    return "<option value=\"%s\"%s>%s</option>"
        .formatted(Html.escape(value), isChosen ? " selected" : "", Html.escape(text));
  }

  private static String area(String name, String text) {
    return "<textarea id=\"%s\" name=\"%s\" rows=\"3\" cols=\"60\">%s</textarea>"
        .formatted(name, name, Html.escape(text));
  }

  private static String path(String lead) {
    return "/leads/" + lead;
  }
}
