package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import java.util.List;
import java.util.stream.Collectors;

/** Audiences for people. */
public record AudiencePages(Words words) {

  /** All of them, with their figures. */
  public String html(List<AudienceList> lists) {
    var table = words.table("audience", "audience.people", "audience.load", "audience.table");
    lists.forEach(list ->
        table.row(
            words.link(path(list), name(list)), list.members().size(), load(list), csv(list)));
    return words.page("/audiences", table.orElse(words.say("audiences.none")));
  }

  /** One of them, with its people. */
  public String html(AudienceList list) {
    var table = words.table("lead", "company", "audience.owner", "audience.reason");
    list.members()
        .forEach(m ->
            table.row(
                words.link("/leads/" + m.lead(), m.name() == null ? m.lead() : m.name()),
                Html.escape(m.company()),
                Html.escape(m.owner()),
                Html.escape(m.reason().get(words.language())) + "<br>" + Html.small(values(m))));
    return Html.titled(
        words,
        name(list),
        "<p>%d · %s · %s</p>".formatted(list.members().size(), load(list), csv(list))
            + table.orElse(words.say("audience.nobody")));
  }

  private String name(AudienceList list) {
    return list.audience().name().in(words.language());
  }

  private static String path(AudienceList list) {
    return "/audiences/" + list.audience().id();
  }

  private String csv(AudienceList list) {
    return words.link(path(list) + ".csv", "CSV");
  }

  private String load(AudienceList list) {
    var load =
        list.load().entrySet().stream()
            .map(e -> Html.escape(e.getKey()) + " " + e.getValue() + ", ")
            .collect(Collectors.joining());
    return load + words.say("audience.unowned") + " " + list.unowned();
  }

  private String values(Member member) {
    return member.met().stream()
        .map(met -> met.text().get(words.language()))
        .collect(Collectors.joining(words.of("；", "; ")));
  }
}
