package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.console.report.Met;
import java.util.List;
import java.util.stream.Collectors;

/** Audiences for people. */
public final class AudiencePages {

  private final Words words;

  public AudiencePages(Words words) {
    this.words = words;
  }

  /** All of them, with their figures. */
  public String html(List<AudienceList> lists) {
    var table =
        new Table(
            words.of("受众", "Audience"),
            words.of("人数", "People"),
            words.of("每位销售的人数", "Per salesperson"),
            words.of("表格", "Table"));
    lists.forEach(list ->
        table.row(
            Html.link(
                "/local/audiences/" + list.audience().id(),
                list.audience().name().in(words.language())),
            Integer.toString(list.members().size()),
            load(list),
            table(list)));
    return Html.titled(
        words,
        words.say("page/local/audiences"),
        table.orElse(words.of("还没有受众。", "No audiences.")));
  }

  /** One of them, with its people. */
  public String html(AudienceList list) {
    var table =
        new Table(
            words.say("lead"),
            words.say("company"),
            words.of("负责销售", "Salesperson"),
            words.of("入选原因", "Reason"));
    list.members().forEach(member -> line(table, member));
    return Html.titled(
        words,
        list.audience().name().in(words.language()),
        "<p>"
            + list.members().size()
            + " · "
            + load(list)
            + " · "
            + table(list)
            + "</p>"
            + table.orElse(words.of("现在没有人。", "Nobody at the moment.")));
  }

  private static String table(AudienceList list) {
    return Html.link("/local/audiences/" + list.audience().id() + ".csv", "CSV");
  }

  private String load(AudienceList list) {
    var load =
        list.load().entrySet().stream()
            .map(e -> Html.escape(e.getKey()) + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return (load.isEmpty() ? "" : load + ", ") + words.of("无人负责 ", "nobody's ") + list.unowned();
  }

  private void line(Table table, Member member) {
    var values =
        member.met().stream()
            .map(Met::text)
            .map(text -> text.get(words.language()))
            .collect(Collectors.joining(words.of("；", "; ")));
    table.row(
        Html.link(
            "/local/leads/" + member.lead(), member.name() == null ? member.lead() : member.name()),
        Html.escape(member.company()),
        Html.escape(member.owner()),
        Html.escape(member.reason().get(words.language()))
            + "<br><small>"
            + Html.escape(values)
            + "</small>");
  }
}
