package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.playbook.TagScheme.Grade;

/**
 * How active a person is, in one letter: the third layer of a portrait (R20).
 *
 * @param evidence days and deeds that the points come from
 */
public record ActivityGrade(Grade grade, long points, List<String> evidence) {

  static Optional<ActivityGrade> of(List<Grade> grades, Score activity) {
    return reached(grades, activity)
        .map(g ->
            new ActivityGrade(
                g,
                activity.points(),
                activity.contributions().stream()
                    .map(c -> c.rule() + " " + c.evidence())
                    .toList()));
  }

  /** The best grade that these points reach. */
  static Optional<Grade> reached(List<Grade> grades, Score activity) {
    return grades.stream().filter(g -> activity.points() >= g.atLeast() * 1000).findFirst();
  }

  /** Future instants at which the grade sinks. */
  static Stream<Instant> mayChangeAt(List<Grade> grades, Value activity, Instant now) {
    return grades.stream()
        .filter(g -> g.atLeast() > 0)
        .flatMap(g -> new Condition.AtLeast(g.atLeast()).flips(activity, now));
  }
}
