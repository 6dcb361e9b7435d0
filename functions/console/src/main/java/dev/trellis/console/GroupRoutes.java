package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.GroupDesk;
import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Showing;
import dev.trellis.console.page.AudiencePages;
import dev.trellis.console.page.GroupForm;
import dev.trellis.console.report.AudienceList;
import dev.trellis.console.view.AudienceCsv;
import dev.trellis.console.view.AudienceView;
import dev.trellis.console.view.CallSheet;
import dev.trellis.console.view.GroupSheet;
import dev.trellis.console.view.Leads;
import dev.trellis.console.visit.Entrance;
import dev.trellis.console.visit.Role;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.http.Response;

/** Pools and groups, those of the playbook and those that people build. */
final class GroupRoutes {

  private final Leads leads;
  private final AudienceView audiences;
  private final GroupDesk groups;
  private final SweepDesk sweeps;
  private final Showing showing;

  GroupRoutes(Console console) {
    this.leads = console.leads();
    this.audiences = console.audiences();
    this.groups = console.groups();
    this.sweeps = console.sweeps();
    this.showing = console.showing();
  }

  /** The table of routes; the first that matches answers. */
  List<Entrance> entrances() {
    return List.of(
        showing.all(
            "/audiences",
            _ -> audiences.overview(),
            AudienceView.Overview::groups,
            (all, words) -> new AudiencePages(leads.playbook(), words).html(all)),
        Entrance.deed(Role.MARKETER, "/audiences", this::group),
        new Entrance(
            Role.MARKETER,
            "GET",
            "/audiences/new",
            v ->
                Response.html(
                    200,
                    new GroupForm(leads.playbook(), showing.words(v))
                        .page(
                            GroupSheet.of(
                                v.request().query(), leads.playbook().scoring().grades())))),
        new Entrance(
            Role.MARKETER,
            "GET",
            "/audiences/{id}.csv",
            v ->
                audiences
                    .table(Console.id(v), v.request().query())
                    .map(list -> AudienceCsv.response(list, showing.words(v)))
                    .orElseGet(() -> Showing.none("audience"))),
        showing.one(
            "/audiences/{id}/load",
            "audience",
            v -> audiences.load(Console.id(v), v.request().query()),
            load -> load,
            (load, words) -> new AudiencePages(leads.playbook(), words).html(load)),
        showing.found(
            "/audiences/{id}",
            "audience",
            v -> audiences.page(Console.id(v), v.request().query()),
            this::shown),
        Entrance.deed(
            Role.MARKETER, "/audiences/{id}", v -> groups.save(Console.id(v), v.request().text())),
        Entrance.deed(
            Role.MARKETER,
            "/audiences/{id}/end",
            v -> {
              var answer = groups.end(Console.id(v));
              return v.wantsHtml() && answer.status() == 200
                  ? v.back(v.base() + "/audiences", "group-ended")
                  : answer;
            }));
  }

  private Response group(Visit visit) {
    var sheet = new GroupSheet(CallSheet.typed(visit.request().text()));
    var form = new GroupForm(leads.playbook(), showing.words(visit));
    return switch (groups.make(sheet.id(), sheet.text())) {
      case GroupDesk.Kept(var id, var _) -> Response.seeOther(visit.base() + "/audiences/" + id);
      case GroupDesk.Hindered(var why) -> Response.html(409, form.refused(sheet, List.of(why)));
      case GroupDesk.Unread(var problems) ->
          Response.html(
              422,
              form.refused(
                  sheet, problems.stream().map(p -> p.what() + " – " + p.remedy()).toList()));
    };
  }

  private Response shown(AudienceList list, Visit visit) {
    if (visit.wantsHtml()) {
      var isFilling =
          list.after() == null
              && groups
                  .changedAt(list.audience().id())
                  .filter(at -> !sweeps.hasReachedAll(at))
                  .isPresent();
      return Response.html(
          200, new AudiencePages(leads.playbook(), showing.words(visit)).html(list, isFilling));
    }
    return Console.linked(
        visit,
        Showing.json(200, AudienceView.Shown.of(list)),
        Optional.ofNullable(list.next())
            .map(next -> "/audiences/" + list.audience().id() + "?after=" + next));
  }
}
