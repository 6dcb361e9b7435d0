package dev.trellis.console.view;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Explanation;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import dev.trellis.core.portrait.ScoreDiff;
import dev.trellis.core.profile.Profile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every score of a lead at one instant, with the events behind each point, and why it was another
 * one before (R88). What was known at an instant is the fold of the events up to it.
 */
final class ScoreHistory {

  private final String lead;
  private final List<LeadEvent> log;
  private final Playbook playbook;

  ScoreHistory(String lead, List<LeadEvent> log, Playbook playbook) {
    this.lead = lead;
    this.log = log;
    this.playbook = playbook;
  }

  /** A tree of maps and lists, ready to be composed. */
  Map<String, Object> tree(ScoreQuestion question) {
    var now = portrait(question.at());
    var before = portrait(question.against());
    var scores = new LinkedHashMap<String, Object>();
    Explanation.of(now, upTo(question.at()))
        .forEach(explanation -> scores.put(explanation.score().name(), explained(explanation)));
    var view = new LinkedHashMap<String, Object>();
    view.put("lead", lead);
    view.put("version", playbook.scoring().version());
    view.put("at", question.at().toString());
    view.put("against", question.against().toString());
    view.put("heat", ScoreView.heat(now));
    view.put("heatBefore", ScoreView.heat(before));
    view.put("scores", scores);
    view.put("changes", changes(before, now));
    return view;
  }

  private List<LeadEvent> upTo(Instant at) {
    return log.stream().filter(event -> !event.occurredAt().isAfter(at)).toList();
  }

  private Portrait portrait(Instant at) {
    var profile = Profile.EMPTY;
    for (var event : upTo(at)) {
      profile = profile.with(event);
    }
    return Portrait.of(lead, profile, playbook, at);
  }

  private static Map<String, Object> explained(Explanation explanation) {
    var view = new LinkedHashMap<String, Object>();
    view.put("points", ScoreView.points(explanation.score()));
    view.put(
        "contributions",
        explanation.reasons().stream()
            .map(reason -> {
              var contribution = ScoreView.contribution(reason.contribution());
              contribution.put("events", reason.events());
              return contribution;
            })
            .toList());
    return view;
  }

  private static Map<String, Object> changes(Portrait before, Portrait now) {
    var old = byName(before);
    var young = byName(now);
    var changes = new TreeMap<String, Object>();
    Stream.concat(old.keySet().stream(), young.keySet().stream())
        .distinct()
        .forEach(name -> {
          var none = Score.of(name, List.of());
          changes.put(
              name,
              change(
                  ScoreDiff.between(old.getOrDefault(name, none), young.getOrDefault(name, none))));
        });
    return changes;
  }

  private static Map<String, Score> byName(Portrait portrait) {
    return portrait.scores().stream().collect(Collectors.toMap(Score::name, Function.identity()));
  }

  private static Map<String, Object> change(ScoreDiff diff) {
    var view = new LinkedHashMap<String, Object>();
    view.put("before", ScoreView.points(diff.before()));
    view.put("after", ScoreView.points(diff.after()));
    view.put("change", ScoreView.points(diff.after() - diff.before()));
    view.put("rows", diff.rows().stream().map(ScoreHistory::row).toList());
    return view;
  }

  /** A row, and how much of its change came by what happened, by caps and by time. */
  private static Map<String, Object> row(ScoreDiff.Row row) {
    var view = new LinkedHashMap<String, Object>();
    view.put("rule", row.rule());
    view.put("evidence", row.evidence().toString());
    view.put("before", ScoreView.points(of(row.before(), Contribution::points)));
    view.put("after", ScoreView.points(of(row.after(), Contribution::points)));
    view.put("change", ScoreView.points(row.change()));
    view.put("base", ScoreView.points(rise(row, Contribution::base)));
    view.put("cap", ScoreView.points(rise(row, Contribution::cap)));
    view.put("decay", ScoreView.points(rise(row, Contribution::decay)));
    return view;
  }

  private static long rise(ScoreDiff.Row row, ToLongFunction<Contribution> part) {
    return of(row.after(), part) - of(row.before(), part);
  }

  private static long of(Contribution contribution, ToLongFunction<Contribution> part) {
    return contribution == null ? 0 : part.applyAsLong(contribution);
  }
}
