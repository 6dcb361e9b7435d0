package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.view.ScoreView.Given;
import dev.trellis.console.view.ScoreView.Warmth;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Contribution;
import dev.trellis.core.portrait.Explanation;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import dev.trellis.core.portrait.ScoreDiff;
import dev.trellis.core.profile.Profile;

/**
 * Every score of a lead at one instant, with the events behind each point, and why it was another
 * one before (R88). What was known at an instant is the fold of the events up to it.
 */
public record ScoreHistory(
    String lead,
    int version,
    Instant at,
    Instant against,
    Warmth heat,
    Warmth heatBefore,
    Map<String, Explained> scores,
    SortedMap<String, Changed> changes) {

  static ScoreHistory of(
      String lead, List<LeadEvent> log, Playbook playbook, ScoreQuestion question) {
    var now = portrait(lead, log, playbook, question.at());
    var before = portrait(lead, log, playbook, question.against());
    var scores = new LinkedHashMap<String, Explained>();
    Explanation.of(now, upTo(question.at(), log))
        .forEach(explanation -> scores.put(explanation.score().name(), Explained.of(explanation)));
    return new ScoreHistory(
        lead,
        playbook.scoring().version(),
        question.at(),
        question.against(),
        Warmth.of(now),
        Warmth.of(before),
        scores,
        changes(before, now));
  }

  /** A score, each contribution with the events behind it. */
  record Explained(BigDecimal points, List<Reason> contributions) {

    record Reason(@Inline Given contribution, List<String> events) {}

    static Explained of(Explanation explanation) {
      return new Explained(
          Thousandths.exact(explanation.score()),
          explanation.reasons().stream()
              .map(reason -> new Reason(Given.of(reason.contribution()), reason.events()))
              .toList());
    }
  }

  /** A score that changed, rule by rule. */
  record Changed(BigDecimal before, BigDecimal after, BigDecimal change, List<Row> rows) {
    static Changed of(ScoreDiff diff) {
      return new Changed(
          Thousandths.exact(diff.before()),
          Thousandths.exact(diff.after()),
          Thousandths.exact(diff.after() - diff.before()),
          diff.rows().stream().map(Row::of).toList());
    }
  }

  /** A row, and how much of its change came by what happened, by caps and by time. */
  record Row(
      String rule,
      String evidence,
      BigDecimal before,
      BigDecimal after,
      BigDecimal change,
      BigDecimal base,
      BigDecimal cap,
      BigDecimal decay) {

    static Row of(ScoreDiff.Row row) {
      return new Row(
          row.rule(),
          row.evidence().toString(),
          Thousandths.exact(part(row.before(), Contribution::points)),
          Thousandths.exact(part(row.after(), Contribution::points)),
          Thousandths.exact(row.change()),
          rise(row, Contribution::base),
          rise(row, Contribution::cap),
          rise(row, Contribution::decay));
    }

    private static BigDecimal rise(ScoreDiff.Row row, ToLongFunction<Contribution> part) {
      return Thousandths.exact(part(row.after(), part) - part(row.before(), part));
    }

    private static long part(Contribution contribution, ToLongFunction<Contribution> part) {
      return contribution == null ? 0 : part.applyAsLong(contribution);
    }
  }

  private static List<LeadEvent> upTo(Instant at, List<LeadEvent> log) {
    return log.stream().filter(event -> !event.occurredAt().isAfter(at)).toList();
  }

  private static Portrait portrait(
      String lead, List<LeadEvent> log, Playbook playbook, Instant at) {
    var profile = Profile.of(playbook.company().days());
    for (var event : upTo(at, log)) {
      profile = profile.with(event);
    }
    return Portrait.of(lead, profile, playbook, at);
  }

  private static SortedMap<String, Changed> changes(Portrait before, Portrait now) {
    var old = byName(before);
    var young = byName(now);
    var changes = new TreeMap<String, Changed>();
    Stream.concat(old.keySet().stream(), young.keySet().stream())
        .distinct()
        .forEach(name -> {
          var none = Score.of(name, List.of());
          var diff =
              ScoreDiff.between(old.getOrDefault(name, none), young.getOrDefault(name, none));
          changes.put(name, Changed.of(diff));
        });
    return changes;
  }

  private static Map<String, Score> byName(Portrait portrait) {
    return portrait.scores().stream().collect(Collectors.toMap(Score::name, Function.identity()));
  }
}
