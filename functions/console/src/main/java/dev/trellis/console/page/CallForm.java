package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.CallSheet;
import dev.trellis.core.playbook.Playbook;

/** The agreed form of a call, as the playbook says it, and a line for a note (R102). */
public final class CallForm {

  private final Playbook playbook;
  private final Words words;
  private final Names names;
  private final Inputs inputs;

  public CallForm(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
    this.inputs = new Inputs(playbook, words);
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
                    line(
                        field,
                        inputs.answer(
                            field,
                            CallSheet.ANSWER + field,
                            field,
                            typed.answers().getOrDefault(field, "")),
                        objections))
            + line(
                "callback",
                "<input type=\"datetime-local\" id=\"callback\" name=\"callback\" value=\"%s\">"
                        .formatted(Html.escape(typed.callback()))
                    + Html.small(" " + words.zone()),
                objections)
            + line("note", Inputs.area("note", typed.note()), objections)
            + "<button>"
            + Html.escape(words.say("call.log"))
            + "</button>");
  }

  private String note(String lead, String text, Map<String, Objection> objections) {
    return words.form(
        path(lead) + "/notes",
        "sheet",
        line("text", Inputs.area("text", text), objections)
            + "<button>"
            + Html.escape(words.say("call.write"))
            + "</button>");
  }

  private String line(String name, String input, Map<String, Objection> objections) {
    return inputs.line(name, name(name), input, objections.get(name));
  }

  private String name(String name) {
    return switch (name) {
      case "outcome", "callback", "note", "text" -> Html.escape(words.say("call." + name));
      default -> names.field(name);
    };
  }

  private String outcomes(String chosen) {
    return Inputs.select(
        "outcome",
        "outcome",
        playbook.calls().outcomes().values().stream()
            .map(o -> Inputs.option(o.id(), o.name().in(words.language()), o.id().equals(chosen)))
            .toList());
  }

  private static String path(String lead) {
    return "/leads/" + lead;
  }
}
