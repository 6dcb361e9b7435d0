package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.console.view.AudienceView.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** Audiences for people. */
public record AudiencePages(Words words) {

  private static final String PATH = "/audiences/";

  /** All of them, with their figures. */
  public String html(List<Summary> audiences) {
    var table = words.table("audience", "audience.people", "audience.table");
    audiences.forEach(one ->
        table.row(
            words.link(PATH + one.id(), one.name().get(words.language())),
            one.people(),
            words.link(PATH + one.id() + ".csv", "CSV")));
    return words.page("/audiences", table.orElse(words.say("audiences.none")));
  }

  /** One of them, with a page of its people. */
  public String html(AudienceList list) {
    var table =
        words.table("lead", "company", "audience.owner", "audience.since", "audience.reason");
    list.members()
        .forEach(m ->
            table.row(
                words.link("/leads/" + m.lead(), m.name() == null ? m.lead() : m.name()),
                Html.escape(m.company()),
                Html.escape(m.owner()),
                Html.time(words, m.since()),
                Html.escape(m.reason().get(words.language())) + "<br>" + Html.small(values(m))));
    var path = PATH + list.audience().id();
    return Html.titled(
        words,
        list.audience().name().in(words.language()),
        "<p>%d · %s</p>"
                .formatted(list.people(), words.link(at(path + ".csv", list.after()), "CSV"))
            + table.orElse(words.say("audience.nobody"))
            + (list.next() == null
                ? ""
                : "<p>" + words.link(at(path, list.next()), words.say("leads.next")) + "</p>"));
  }

  private static String at(String path, String after) {
    return after == null ? path : path + "?after=" + after;
  }

  private String values(Member member) {
    return member.met().stream()
        .map(met -> met.text().get(words.language()))
        .collect(Collectors.joining(words.of("；", "; ")));
  }
}
