package dev.trellis.core.playbook;

import dev.trellis.core.lifecycle.Condition;
import dev.trellis.core.profile.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How points are given (R88).
 *
 * @param version of the table, shown with each score
 * @param halfLife after which activity counts half
 * @param activity points per behaviour
 * @param interestPerRead points per read of a content of a topic (R86)
 * @param fit rules about who the person is
 */
public record Scoring(
    int version,
    Duration halfLife,
    Map<Behaviour, ActivityRule> activity,
    int interestPerRead,
    List<FitRule> fit) {

  /**
   * @param points each time
   * @param pointsPerMinute for duration (R87)
   * @param capPerDay most points that one day of this behaviour can give
   */
  public record ActivityRule(int points, int pointsPerMinute, int capPerDay) {}

  /** Points while a condition holds. */
  public record FitRule(String id, int points, Condition when) {}
}
