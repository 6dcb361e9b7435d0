package dev.trellis.console.page;

import module java.base;

import dev.trellis.console.desk.SweepDesk;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.SweepView;
import dev.trellis.core.forecast.Forecast;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Said;
import dev.trellis.core.port.sweep.Rollout.Phase;

/** What a changed playbook would do to everybody, and how far it has come. */
public final class SweepsPage {

  private final Playbook playbook;
  private final Words words;
  private final Names names;

  public SweepsPage(Playbook playbook, Words words) {
    this.playbook = playbook;
    this.words = words;
    this.names = new Names(playbook, words);
  }

  public String html(List<SweepView> sweeps) {
    var about = "<p>" + Html.escape(words.say("sweep.about", playbook.sweep().limit())) + "</p>";
    var body =
        sweeps.isEmpty()
            ? "<p>" + Html.escape(words.say("sweep.none")) + "</p>"
            : Html.each(sweeps, this::one);
    return words.page(SweepDesk.PATH, about + body);
  }

  private String one(SweepView sweep) {
    var forecast = sweep.forecast();
    var facts =
        Html.entry(words.say("sweep.playbook"), Html.code(sweep.cause()))
            + Html.entry(words.say("sweep.phase"), phase(sweep))
            + said("sweep.yes", sweep.yes())
            + said("sweep.stopped", sweep.stop())
            + Html.entry(words.say("sweep.changed"), Integer.toString(forecast.changed()))
            + Html.entry(words.say("sweep.mails"), Integer.toString(forecast.mails()));
    return "<dl>" + facts + "</dl>" + buttons(sweep) + counts(sweep);
  }

  private String phase(SweepView sweep) {
    var phase = words.name("sweep.phase", sweep.phase());
    var far =
        switch (sweep.phase()) {
          case COUNTING -> words.say("sweep.counted", sweep.leads(), sweep.perMinute());
          case PLACING, DONE ->
              words.say("sweep.placed", sweep.leads(), sweep.forecast().leads(), sweep.perMinute());
          case WAITING -> words.say("sweep.of", sweep.leads(), sweep.forecast().leads());
        };
    return "%s · %s · %s %s"
        .formatted(
            Html.escape(phase),
            Html.escape(far),
            words.say("since"),
            Html.time(words, sweep.since()));
  }

  private String said(String key, Said said) {
    return said == null
        ? ""
        : Html.entry(
            words.say(key), Html.escape(said.actor()) + " · " + Html.time(words, said.at()));
  }

  private String buttons(SweepView sweep) {
    var path = SweepDesk.PATH + "/" + sweep.cause();
    var yes = words.button(path + "/approve?count=" + sweep.count(), words.say("sweep.approve"));
    var stop = words.button(path + "/stop", words.say("sweep.stop"));
    return switch (sweep.phase()) {
      case WAITING -> yes;
      case COUNTING, PLACING -> stop;
      case DONE -> "";
    };
  }

  private String counts(SweepView sweep) {
    var nothing = words.say(sweep.phase() == Phase.COUNTING ? "sweep.none-yet" : "sweep.nobody");
    var forecast = sweep.forecast();
    var journeys = words.table("journey", "sweep.leads");
    forecast.journeys().forEach((journey, leads) -> journeys.row(names.journey(journey), leads));
    return Html.section(words.say("sweep.stages"), moves(forecast.stages(), names::stage, nothing))
        + Html.section(words.say("sweep.pools"), moves(forecast.pools(), names::pool, nothing))
        + Html.section(words.say("sweep.groups"), groups(forecast, nothing))
        + Html.section(words.say("sweep.journeys"), journeys.orElse(nothing));
  }

  private String groups(Forecast forecast, String nothing) {
    var table = words.table("sweep.group", "sweep.joins", "sweep.leaves");
    Stream.of(forecast.joins(), forecast.leaves())
        .flatMap(counted -> counted.keySet().stream())
        .distinct()
        .sorted()
        .forEach(group ->
            table.row(
                words.link("/audiences/" + group, names.group(group)),
                forecast.joins().getOrDefault(group, 0),
                forecast.leaves().getOrDefault(group, 0)));
    return table.orElse(nothing);
  }

  private String moves(
      SortedMap<String, SortedMap<String, Integer>> moves,
      UnaryOperator<String> name,
      String nothing) {
    var table = words.table("sweep.from", "sweep.to", "sweep.leads");
    moves.forEach((from, ways) ->
        ways.forEach((to, leads) -> table.row(name.apply(from), name.apply(to), leads)));
    return table.orElse(nothing);
  }
}
