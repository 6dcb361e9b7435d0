package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.report.Report;
import dev.trellis.console.view.ScenarioView;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.playbook.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports and scenario maps for people. */
public final class ReportPages {

  private final Playbook playbook;
  private final Words words;
  private final PlaybookVocabulary vocabulary;

  public ReportPages(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.vocabulary = new PlaybookVocabulary(playbook, words.language());
  }

  public String html(Report report) {
    var ready = report.readiness();
    return page(
        words.of("报表", "Reports"),
        "<h2>%s</h2>%s<h2>%s</h2>%s<h2>%s</h2>%s<h2>%s</h2><p>%s</p>"
            .formatted(
                words.of("各渠道漏斗（到达过的人数）", "Funnel per source (people who ever got there)"),
                funnel(report),
                words.of("各阶段停留", "Time in each stage"),
                Html.table(
                    Html.each(report.stages(), this::stage),
                    words.of("阶段", "Stage"),
                    words.of("负责团队", "Team"),
                    words.of("到达过", "Reached"),
                    words.of("当前", "Now"),
                    words.of("已结束的停留", "Stays over"),
                    words.of("中位天数", "Median days"),
                    words.of("九成不超过（天）", "90% within (days)")),
                words.of("各团队", "Teams"),
                Html.table(
                    Html.each(
                        report.teams().entrySet(),
                        e ->
                            Html.row(
                                Html.escape(words.name("team", e.getKey())),
                                Long.toString(e.getValue().reached()),
                                Long.toString(e.getValue().now()))),
                    words.of("团队", "Team"),
                    words.of("到达过", "Reached"),
                    words.of("当前", "Now")),
                words.of("购买准备度", "Readiness"),
                words
                    .of(
                        "%d 位首次留资者中，%d 位在 %d 天内成为 MQL（%s%%），%d 位在池中培育，%d 位没有去处。",
                        "Of %d first contacts, %d became MQL within %d days (%s%%); %d wait in a pool, %d are nowhere.")
                    .formatted(
                        ready.contacts(),
                        ready.ready(),
                        ready.withinDays(),
                        ready.percent() == null ? "–" : ready.percent().toPlainString(),
                        ready.waiting(),
                        ready.lost().size())));
  }

  public String scenarios(List<ScenarioView> scenarios) {
    return page(
        words.of("场景地图", "Scenario maps"),
        Html.each(
            scenarios,
            s ->
                "<h2>"
                    + said(s.name())
                    + "</h2>"
                    + Html.table(
                        Html.each(s.steps(), this::step),
                        words.of("步骤", "Step"),
                        words.of("走过", "Took it"),
                        words.of("停在这里", "Stand here"))));
  }

  private String step(ScenarioView.Counted counted) {
    return Html.row(said(counted.step().name()), "" + counted.taken(), "" + counted.standing());
  }

  private String said(Map<String, String> name) {
    return Html.escape(name.get(words.language()));
  }

  private String funnel(Report report) {
    var heads = new ArrayList<>(List.of(words.of("来源", "Source"), words.of("访问", "Visits")));
    playbook.stages().stream().map(s -> s.name().in(words.language())).forEach(heads::add);
    return Html.table(
        Html.each(
            report.funnel().entrySet(),
            e -> {
              var cells =
                  new ArrayList<>(
                      List.of(words.name("source", e.getKey()), "" + e.getValue().visits()));
              playbook.stages().stream()
                  .map(Stage::id)
                  .forEach(s -> cells.add("" + e.getValue().reached().get(s)));
              return Html.row(cells.toArray(String[]::new));
            }),
        heads.toArray(String[]::new));
  }

  private String stage(Report.StageFigures figures) {
    return Html.row(
        Html.escape(vocabulary.word("stage", figures.stage())),
        Html.escape(words.name("team", figures.team())),
        Long.toString(figures.reached()),
        Long.toString(figures.now()),
        Long.toString(figures.stays()),
        days(figures.medianDays()),
        days(figures.p90Days()));
  }

  private static String days(java.math.BigDecimal days) {
    return days == null ? "–" : days.toPlainString();
  }

  private String page(String title, String body) {
    return Html.page(words, title, Html.home(words) + "<h1>" + title + "</h1>" + body);
  }
}
