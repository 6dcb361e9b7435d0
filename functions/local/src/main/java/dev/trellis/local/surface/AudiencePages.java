package dev.trellis.local.surface;

import dev.trellis.core.report.AudienceList;
import dev.trellis.core.report.AudienceList.Member;
import dev.trellis.core.report.Met;
import java.util.List;
import java.util.stream.Collectors;

/** Audiences for people. */
final class AudiencePages {

  private final Words words;

  AudiencePages(Words words) {
    this.words = words;
  }

  /** All of them, with their figures. */
  String html(List<AudienceList> lists) {
    var title = words.of("受众", "Audiences");
    return Html.page(
        words,
        title,
        Html.home(words)
            + "<h1>"
            + title
            + "</h1>"
            + Html.table(
                Html.each(lists, this::line),
                words.of("受众", "Audience"),
                words.of("人数", "People"),
                words.of("每位销售的人数", "Per salesperson"),
                ""));
  }

  /** One of them, with its people. */
  String html(AudienceList list) {
    var title = list.audience().name().in(words.language());
    return Html.page(
        words,
        title,
        Html.home(words)
            + "<h1>"
            + Html.escape(title)
            + "</h1><p>"
            + list.members().size()
            + " · "
            + load(list)
            + " · "
            + table(list)
            + "</p>"
            + Html.table(
                Html.each(list.members(), this::line),
                words.of("线索", "Lead"),
                words.of("公司", "Company"),
                words.of("负责销售", "Salesperson"),
                words.of("入选原因", "Reason")));
  }

  private String line(AudienceList list) {
    var id = list.audience().id();
    return Html.row(
        Html.link("/local/audiences/" + id, list.audience().name().in(words.language())),
        Integer.toString(list.members().size()),
        load(list),
        table(list));
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

  private String line(Member member) {
    var values =
        member.met().stream()
            .map(Met::text)
            .map(text -> text.get(words.language()))
            .collect(Collectors.joining(words.of("；", "; ")));
    return Html.row(
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
