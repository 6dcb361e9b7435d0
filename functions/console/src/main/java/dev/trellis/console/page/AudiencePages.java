package dev.trellis.console.page;

import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.report.AudienceList.Member;
import dev.trellis.console.view.AudienceView.Load;
import dev.trellis.console.view.AudienceView.Overview;
import dev.trellis.console.view.GroupSheet;
import dev.trellis.console.visit.Role;
import dev.trellis.core.playbook.Playbook;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Pools and audiences for people: how many are where, and who. */
public record AudiencePages(Playbook playbook, Words words) {

  private static final String PATH = "/audiences/";

  /** All of them, with their figures. */
  public String html(Overview all) {
    var table = words.table("audience", "audience.people", "audience.table");
    all.groups()
        .forEach(one ->
            table.row(
                words.link(PATH + one.id(), one.name().get(words.language())),
                one.people(),
                words.may(Role.MARKETER) ? words.link(PATH + one.id() + ".csv", "CSV") : ""));
    return words.page(
        "/audiences",
        Html.section(words.say("group.pools"), pools(all.pools()))
            + Html.section(words.say("group.groups"), table.orElse(words.say("audiences.none")))
            + "<details class=\"card\"><summary>"
            + Html.escape(words.say("group.new"))
            + "</summary>"
            + new GroupForm(playbook, words).html(GroupSheet.EMPTY)
            + "</details>");
  }

  /** How many are in each pool, with those below it. */
  String pools(SequencedMap<String, Long> all) {
    var names = new Names(playbook, words);
    var table = words.table("pool", "audience.people");
    all.forEach((pool, people) ->
        table.row(
            "<a href=\"%s\">%s</a>"
                .formatted(
                    Html.escape(words.to("/leads?pool=" + Html.parameter(pool))), names.pool(pool)),
            people));
    return table.orElse("");
  }

  /**
   * One of them, with a page of its people.
   *
   * @param isFilling true if not everybody was looked through since it was built or changed
   */
  public String html(AudienceList list, boolean isFilling) {
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
        "<p>%d · %s%s</p>"
                .formatted(
                    list.people(),
                    words.may(Role.MARKETER)
                        ? words.link(at(path + ".csv", list.after()), "CSV") + " · "
                        : "",
                    words.link(path + "/load", words.say("audience.load")))
            + (isFilling
                ? "<p>"
                    + Html.mark(words.say("audience.filling"))
                    + " "
                    + words.link(SweepDesk.PATH, words.say("page/sweeps"))
                    + "</p>"
                : "")
            + table.orElse(words.say("audience.nobody"))
            + (list.next() == null
                ? ""
                : "<p>" + words.link(at(path, list.next()), words.say("leads.next")) + "</p>")
            + end(list.audience().id()));
  }

  /** How many of them each salesperson has. */
  public String html(Load load) {
    var table = words.table("audience.owner", "audience.people");
    load.owners()
        .forEach((owner, people) ->
            table.row(
                owner.isEmpty() ? words.say("audience.no-owner") : Html.escape(owner), people));
    var path = PATH + load.id();
    return Html.titled(
        words,
        words.say("audience.load"),
        "<p>"
            + words.link(path, load.name().get(words.language()))
            + " · "
            + Html.escape(words.say("audience.looked", load.looked(), load.people()))
            + "</p>"
            + table.orElse(words.say("audience.nobody"))
            + (load.next() == null
                ? ""
                : "<p>"
                    + words.link(at(path + "/load", load.next()), words.say("leads.next"))
                    + "</p>"));
  }

  // What the playbook has ends there.
  private String end(String group) {
    return playbook.audiences().find(group).isPresent() || !words.may(Role.MARKETER)
        ? ""
        : "<p>"
            + words.button(PATH + group + "/end", words.say("group.end"))
            + " "
            + Html.small(words.say("group.end-about"))
            + "</p>";
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
