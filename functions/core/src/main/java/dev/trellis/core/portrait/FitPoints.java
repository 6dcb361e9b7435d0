package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Scoring.FitRule;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Touch;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is, in points. Time alone takes points, and never gives any: a rule counts while it
 * has held since the last thing we learnt of the person. So every point has an event behind it, and
 * a score can be asked when it will sink below a number.
 */
final class FitPoints {

  /**
   * A rule that holds now.
   *
   * @param lostAt when it will not any more; null if never
   */
  private record Held(FitRule rule, @Nullable Instant lostAt) {}

  private final List<Held> held;

  /**
   * @param drawn the same person, seen at another instant
   */
  FitPoints(
      List<FitRule> rules,
      Profile profile,
      Condition.Subject subject,
      Function<Instant, Condition.Subject> drawn) {
    held = new ArrayList<>();
    if (rules.isEmpty()) {
      return;
    }
    var learnt = lastLearnt(profile);
    var then = learnt != null && learnt.isBefore(subject.now()) ? drawn.apply(learnt) : subject;
    for (var rule : rules) {
      if (rule.when().holds(subject) && rule.when().holds(then)) {
        held.add(new Held(rule, lostAt(rule.when(), then, drawn)));
      }
    }
  }

  List<Contribution> at(Instant at) {
    return held.stream()
        .filter(h -> h.lostAt() == null || at.isBefore(h.lostAt()))
        .map(h ->
            Contribution.of(
                "fit." + h.rule().id(),
                new Evidence.Meets(h.rule().when()),
                Points.whole(h.rule().points())))
        .toList();
  }

  private static @Nullable Instant lostAt(
      Condition when, Condition.Subject from, Function<Instant, Condition.Subject> drawn) {
    var subject = from;
    while (when.holds(subject)) {
      var flip = when.mayFlipAt(subject);
      if (flip.isEmpty()) {
        return null;
      }
      subject = drawn.apply(flip.get());
    }
    return subject.now();
  }

  private static @Nullable Instant lastLearnt(Profile profile) {
    var told = profile.facts().values().stream().flatMap(f -> f.values().stream()).map(Fact::at);
    var touched = profile.last().stream().map(Touch::at);
    return Stream.concat(told, touched).max(Comparator.naturalOrder()).orElse(null);
  }
}
