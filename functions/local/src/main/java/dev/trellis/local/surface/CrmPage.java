package dev.trellis.local.surface;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;

/** The stand-in CRM for people: hand-offs, and buttons to play sales. */
final class CrmPage {

  private static final List<String> STAGES =
      List.of("discovery", "solution", "commercial", "contract");

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  CrmPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  String html(List<CrmRecords.Record> records) {
    return words.page("/crm", list(records));
  }

  /** Hand-offs, newest first. */
  String list(List<CrmRecords.Record> records) {
    var table = words.table("handoff.crm", "lead", "handoff.state", "crm.answer");
    records.reversed().forEach(r -> line(table, r));
    return table.orElse(words.say("lead.no-handoffs"));
  }

  private void line(Table table, CrmRecords.Record record) {
    table.row(
        Html.escape(record.crmId()),
        words.link("/leads/" + record.lead(), name(record)),
        status(record),
        "<details><summary>%s</summary>%s</details>"
            .formatted(words.say("crm.answer"), buttons("/crm/" + record.handoff())));
  }

  private String name(CrmRecords.Record record) {
    return Json.parse(record.dossier()).get("contact") instanceof Map<?, ?> contact
            && contact.get("name") instanceof String name
        ? name
        : record.lead();
  }

  // Such as lead.returned, with its reason.
  private String status(CrmRecords.Record record) {
    if (record.verdicts().isEmpty()) {
      return names.value("crm.status", record.status());
    }
    var last = record.verdicts().getLast();
    var type = last.type().substring(last.type().lastIndexOf('.') + 1);
    return Stream.of(
            type.equals("stage") ? "" : names.value("crm.status", type),
            names.value("crm.stage", last.stage()),
            names.value("crm.reason", last.reason()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String buttons(String path) {
    var buttons = new StringBuilder();
    buttons.append(words.button(path, words.say("crm.accept"), "verdict", "accepted"));
    for (var reason : playbook.returns().keySet()) {
      var label = words.say("crm.return", names.plain("crm.reason", reason));
      buttons.append(words.button(path, label, "verdict", "returned", "reason", reason));
    }
    for (var stage : STAGES) {
      var label = words.say("crm.stage", names.plain("crm.stage", stage));
      buttons.append(words.button(path, label, "verdict", "stage", "stage", stage));
    }
    return buttons
        .append(words.button(path, words.say("crm.won"), "verdict", "won"))
        .append(words.button(path, words.say("crm.lost"), "verdict", "lost"))
        .toString();
  }
}
