package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.profile.Behaviour;

/**
 * How points are given (R88).
 *
 * @param version of the table, shown with the scores
 * @param fit rules about who the person is
 * @param roles points per role in the decision chain, whatever the level (R28)
 * @param halfLife after which activity counts half
 * @param activity points per behaviour (R87)
 * @param activityCap most points that activity can reach
 * @param interest points for what was read of a topic (R86)
 * @param keys behaviours that say more than their points in activity
 * @param total what each part gives to the headline score
 * @param heat when a lead is hot, and when warm (R74)
 * @param intent points for looking for something (R34)
 * @param likeness when a prediction may be made from won and lost leads; empty for never (R33)
 * @param grades by fit and engagement; empty if nobody is graded
 */
public record Scoring(
    int version,
    List<FitRule> fit,
    SortedMap<String, Integer> roles,
    Duration halfLife,
    Map<Behaviour, ActivityRule> activity,
    int activityCap,
    InterestRule interest,
    List<KeyBehaviour> keys,
    SortedMap<ScorePart, Share> total,
    HeatScale heat,
    IntentRule intent,
    Optional<LikenessRule> likeness,
    Optional<Grades> grades) {

  /** Gives points for nothing, and finds nobody warm. */
  public static final Scoring NONE =
      new Scoring(
          1,
          List.of(),
          new TreeMap<>(),
          Duration.ofDays(30),
          Map.of(),
          0,
          new InterestRule(0, 0, 0, 0),
          List.of(),
          new TreeMap<>(),
          HeatScale.COLD,
          IntentRule.NONE,
          Optional.empty(),
          Optional.empty());

  public Scoring {
    fit = List.copyOf(fit);
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    activity = Map.copyOf(activity);
    keys = List.copyOf(keys);
    total = Collections.unmodifiableSortedMap(new TreeMap<>(total));
  }

  /** Points while a condition holds; how the rule is shown is its id. */
  public record FitRule(String id, int points, Condition when) {}

  /**
   * What one behaviour gives.
   *
   * @param points each time
   * @param pointsPerMinute for duration
   * @param capPerDay most points that one day of this behaviour can give
   */
  public record ActivityRule(int points, int pointsPerMinute, int capPerDay) {}

  /**
   * What reading gives to the topic that was read about, and to no other.
   *
   * @param capPerContent most points that one content can give, however often it is read
   * @param cap most points that a topic can reach
   */
  public record InterestRule(int perRead, int perMinute, int capPerContent, int cap) {}

  /** The percentage of a part that counts in the total, and the most points it can give there. */
  public record Share(int percent, int cap) {}

  /**
   * What tells that somebody is looking for something.
   *
   * @param search for a search phrase that led to us
   * @param behaviours points per behaviour
   * @param cap most points that intent can reach
   */
  public record IntentRule(int search, Map<Behaviour, ActivityRule> behaviours, int cap) {
    public static final IntentRule NONE = new IntentRule(0, Map.of(), 0);

    public IntentRule {
      behaviours = Map.copyOf(behaviours);
    }
  }

  /** From how many points on a lead is A or B by fit, 1 or 2 by activity; below it is C or 3. */
  public record Grades(Fit fit, Engagement engagement) {

    /** Whole points of fit. */
    public record Fit(int a, int b) {}

    /** Whole points of activity. */
    public record Engagement(int one, int two) {}

    /** Every grade, the best first. */
    public static final List<String> ALL =
        List.of("A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3");

    String letter(long points) {
      return points >= fit.a ? "A" : points >= fit.b ? "B" : "C";
    }

    String digit(long points) {
      return points >= engagement.one ? "1" : points >= engagement.two ? "2" : "3";
    }

    /** The grade of so many points. */
    public String of(long fit, long activity) {
      return letter(fit) + digit(activity);
    }
  }

  /** How many leads must have been won, and how many lost, before anything is predicted (R33). */
  public record LikenessRule(int won, int lost) {}
}
