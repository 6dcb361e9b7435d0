package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Table;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.Report;
import dev.trellis.console.view.ScenarioView;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Stage;

/** Reports and scenario maps for people. */
public record ReportPages(Playbook playbook, Words words) {

  public String html(Report report) {
    return words.page(
        "/reports",
        section("funnel", funnel(report))
            + section("stages", stages(report.stages()))
            + section("teams", teams(report.teams()))
            + section("readiness", readiness(report.readiness())));
  }

  /** The maps, with the leads on each step. */
  public String scenarios(List<ScenarioView> scenarios) {
    return words.page("/scenarios", Html.each(scenarios, this::scenario));
  }

  private String scenario(ScenarioView scenario) {
    var table = words.table("scenario.step", "scenario.taken", "scenario.standing");
    scenario
        .steps()
        .forEach(s -> table.row(Html.escape(said(s.step().name())), s.taken(), s.standing()));
    return Html.section(said(scenario.name()), table.orElse(""));
  }

  private String said(Map<String, String> name) {
    return name.get(words.language());
  }

  private String section(String name, String html) {
    return Html.section(words.say("report." + name), html);
  }

  private String funnel(Report report) {
    var heads = new ArrayList<>(List.of(words.say("report.source"), words.say("report.visits")));
    playbook.stages().stream().map(s -> s.name().in(words.language())).forEach(heads::add);
    var table = new Table(heads);
    report
        .funnel()
        .forEach((source, figures) -> {
          var cells =
              new ArrayList<Object>(List.of(words.name("source", source), figures.visits()));
          playbook.stages().stream()
              .map(Stage::id)
              .forEach(stage -> cells.add(figures.reached().get(stage)));
          table.row(cells.toArray());
        });
    return table.orElse("");
  }

  private String stages(List<Report.StageFigures> stages) {
    var vocabulary = new PlaybookVocabulary(playbook, words.language());
    var table =
        words.table(
            "stage",
            "report.stage-team",
            "report.reached",
            "report.now",
            "report.stays",
            "report.median",
            "report.p90");
    stages.forEach(s ->
        table.row(
            Html.escape(vocabulary.word("stage", s.stage())),
            team(s.team()),
            s.reached(),
            s.now(),
            s.stays(),
            days(s.medianDays()),
            days(s.p90Days())));
    return table.orElse("");
  }

  private String teams(Map<String, Report.TeamFigures> teams) {
    var table = words.table("report.team", "report.reached", "report.now");
    teams.forEach((team, figures) -> table.row(team(team), figures.reached(), figures.now()));
    return table.orElse("");
  }

  private String team(String team) {
    return Html.escape(words.name("team", team));
  }

  private String readiness(Report.Readiness ready) {
    return "<p>"
        + words.say(
            "report.ready",
            ready.contacts(),
            ready.ready(),
            ready.withinDays(),
            ready.percent() == null ? Html.NONE : ready.percent().toPlainString() + "%",
            ready.waiting(),
            ready.lost().size())
        + "</p>";
  }

  private static String days(BigDecimal days) {
    return days == null ? Html.NONE : days.toPlainString();
  }
}
