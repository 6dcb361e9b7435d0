package dev.trellis.local.surface;

import dev.trellis.core.playbook.Playbook;
import java.util.List;

/** The stand-in CRM for people: hand-offs, and buttons to play sales. */
final class CrmPage {

  private static final List<String> STAGES =
      List.of("discovery", "solution", "commercial", "contract");

  private final Playbook playbook;
  private final Words words;

  CrmPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
  }

  String html(List<CrmRecords.Record> records) {
    var title = words.of("模拟 CRM", "Stand-in CRM");
    return Html.page(words, title, Html.home(words) + "<h1>" + title + "</h1>" + list(records));
  }

  /** Hand-offs, newest first. */
  String list(List<CrmRecords.Record> records) {
    return records.isEmpty()
        ? "<p>" + words.of("还没有移交的线索。", "Nothing was handed over yet.") + "</p>"
        : Html.table(
            Html.each(records.reversed(), this::line),
            words.of("编号", "Record"),
            words.of("线索", "Lead"),
            words.of("状态", "Status"),
            words.of("销售怎么说", "What sales says"));
  }

  private String line(CrmRecords.Record record) {
    var path = "/local/crm/" + record.handoff();
    var buttons = new StringBuilder();
    buttons.append(Html.button(path, words.of("接受", "Accept"), "verdict", "accepted"));
    for (var reason : playbook.returns().keySet()) {
      var label = words.of("退回：", "Return: ") + reason;
      buttons.append(Html.button(path, label, "verdict", "returned", "reason", reason));
    }
    for (var stage : STAGES) {
      buttons.append(Html.button(path, stage, "verdict", "stage", "stage", stage));
    }
    buttons.append(Html.button(path, words.of("赢单", "Won"), "verdict", "won"));
    buttons.append(Html.button(path, words.of("输单", "Lost"), "verdict", "lost"));
    return Html.row(
        Html.escape(record.crmId()),
        Html.link("/local/leads/" + record.lead(), record.lead()),
        Html.escape(record.status()),
        "<details><summary>" + words.of("答复", "Answer") + "</summary>" + buttons + "</details>");
  }
}
