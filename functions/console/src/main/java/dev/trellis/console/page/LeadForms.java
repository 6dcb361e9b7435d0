package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Objection;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.LeadFolder;
import dev.trellis.console.visit.Role;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.playbook.TellableFields;
import dev.trellis.core.profile.ByHand;

/** What one does to a lead beside calling: correct it, give it an owner, put it elsewhere. */
public final class LeadForms {

  private final Playbook playbook;
  private final Words words;
  private final Names names;
  private final Inputs inputs;

  public LeadForms(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
    this.inputs = new Inputs(playbook, words);
  }

  /** All forms, filled with what stands there now. */
  String html(LeadFolder lead) {
    var profile = lead.portrait().profile();
    var owner = playbook.audiences().owner(profile).orElseGet(() -> words.stand().who());
    var placement = lead.position().map(Position::placement);
    return "<h3>%s</h3>%s<h3>%s</h3>%s<h3>%s</h3>%s"
        .formatted(
            heading("act.owner"),
            owner(lead.id(), Map.of("owner", owner), Map.of()),
            heading("act.correct"),
            correct(lead.id(), Map.of(), Map.of()),
            heading("act.move"),
            profile
                    .byHand()
                    .filter(hand -> hand.holds(lead.portrait().now()))
                    .map(hand -> ended(lead.id(), hand))
                    .orElse("")
                + move(
                    lead.id(),
                    placement.map(p -> Map.of("pool", p.pool())).orElse(Map.of()),
                    Map.of()));
  }

  /** What closes or ends a lead; to export and to erase it only for whoever may. */
  String ends(String lead) {
    return "<p>"
        + Html.small(words.say("act.unsubscribe-why"))
        + "<br>"
        + words.button(path(lead) + "/unsubscribe", words.say("act.unsubscribe"))
        + "</p>"
        + (words.may(Role.ADMIN)
            ? "<p>%s · %s</p>"
                .formatted(
                    words.link(path(lead) + "/export", words.say("lead.export")),
                    words.link(path(lead) + "/erase", words.say("act.erase")))
            : "");
  }

  private String heading(String key) {
    return Html.escape(words.say(key));
  }

  private String ended(String lead, ByHand hand) {
    return "<p>"
        + Html.escape(words.say("act.by-hand", hand.actor(), words.time(hand.until())))
        + " "
        + words.button(path(lead) + "/undo/" + hand.event(), words.say("act.end"))
        + "</p>";
  }

  /** The form of a correction. */
  public String correct(String lead, Map<String, String> typed, Map<String, Objection> objections) {
    var field = typed.getOrDefault("field", "");
    var value = typed.getOrDefault("value", "");
    var objection = objections.getOrDefault(field, objections.get("values"));
    return words.form(
        path(lead) + "/values",
        "sheet",
        line("field", fields(field), objections)
            + inputs.line(
                "act-value",
                heading("act.value"),
                objection == null
                    ? Inputs.text("act-value", "value", value)
                    : inputs.answer("act-value", "value", field, value),
                objection)
            + line("reason", text("reason", typed), objections)
            + inputs.button("act.correct"));
  }

  private String fields(String chosen) {
    return Inputs.select(
        "act-field",
        "field",
        new TellableFields(playbook)
            .corrigible().stream()
                .sorted(Comparator.comparing(names::fieldText))
                .map(f -> Inputs.option(f, names.fieldText(f), f.equals(chosen)))
                .toList());
  }

  /** The form of an owner. */
  public String owner(String lead, Map<String, String> typed, Map<String, Objection> objections) {
    return words.form(
        path(lead) + "/owner",
        "sheet",
        line("owner", text("owner", typed), objections) + inputs.button("act.owner"));
  }

  /** The form of a move. */
  public String move(String lead, Map<String, String> typed, Map<String, Objection> objections) {
    return words.form(
        path(lead) + "/move",
        "sheet",
        line("stage", stages(typed.getOrDefault("stage", "")), objections)
            + line("pool", pools(typed.getOrDefault("pool", "")), objections)
            + line(
                "until",
                "<input type=\"date\" id=\"act-until\" name=\"until\" value=\"%s\">"
                    .formatted(Html.escape(typed.get("until"))),
                objections)
            + line("reason-move", text("reason-move", typed), objections)
            + inputs.button("act.move"));
  }

  private String stages(String chosen) {
    return Inputs.select(
        "act-stage",
        "stage",
        playbook.stages().stream()
            .map(Stage::id)
            .map(id -> Inputs.option(id, names.plain("stage", id), id.equals(chosen)))
            .toList());
  }

  private String pools(String chosen) {
    var paths = playbook.poolPaths();
    return Inputs.select(
        "act-pool",
        "pool",
        paths.stream()
            .filter(path -> paths.stream().noneMatch(below -> below.startsWith(path + "/")))
            .map(path -> Inputs.option(path, names.plain("pool", path), path.equals(chosen)))
            .toList());
  }

  // Other forms of the page have names of their own.
  private String line(String name, String input, Map<String, Objection> objections) {
    return inputs.line(
        "act-" + name, heading("act." + name), input, objections.get(name.split("-")[0]));
  }

  private String text(String name, Map<String, String> typed) {
    var sent = name.split("-")[0];
    return Inputs.text("act-" + name, sent, typed.getOrDefault(sent, ""));
  }

  /** What is shown to whoever sent a form that is not taken: as it was typed, and why. */
  public String refused(String lead, Map<String, Objection> objections, String form) {
    return refused(objections, form + back(path(lead)));
  }

  /** The same of a list. */
  public String refused(Map<String, Objection> objections) {
    return refused(objections, back("/leads"));
  }

  private String back(String path) {
    return "<p>" + words.link(path, words.say("call.back")) + "</p>";
  }

  private String refused(Map<String, Objection> objections, String below) {
    var list =
        objections.entrySet().stream()
            .map(e -> asked(e.getKey()) + words.of("：", " ") + e.getValue().in(words))
            .map(Html::escape)
            .toList();
    return Html.titled(
        words,
        words.say("call.refused"),
        "<div role=\"alert\">" + Html.list(list) + "</div>" + below);
  }

  // Of a form, or a field of the playbook.
  private String asked(String name) {
    var said = words.name("asked", name);
    return said.equals(name) ? names.fieldText(name) : said;
  }

  /** Asks once more before somebody is forgotten. */
  public String erase(LeadFolder lead) {
    return Html.titled(
        words,
        words.say("act.erase-whom", new LeadHead(lead, words, names).title()),
        "<p>"
            + heading("act.erase-why")
            + "</p>"
            + words.button(path(lead.id()) + "/erase", words.say("act.erase-now"))
            + back(path(lead.id())));
  }

  private static String path(String lead) {
    return "/leads/" + lead;
  }
}
