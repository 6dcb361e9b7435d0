package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/** The total score of a lead week by week, the last two months up to now (R88). */
public record ScoreCurve(List<Point> points) {

  private static final int WEEKS = 8;

  /** Thousandths of points at an instant. */
  public record Point(Instant at, long points) {}

  /** What was known at an instant is the fold of the events up to it. */
  public static ScoreCurve of(LeadFolder lead) {
    var portrait = lead.portrait();
    var log = new ArrayDeque<LeadEvent>();
    lead.log().stream().sorted(Comparator.comparing(LeadEvent::occurredAt)).forEach(log::add);
    var points = new ArrayList<Point>();
    var profile = Profile.of(portrait.profile().days());
    for (int week = WEEKS; week > 0; week--) {
      var at = portrait.now().minus(Duration.ofDays(7L * week));
      while (!log.isEmpty() && !log.getFirst().occurredAt().isAfter(at)) {
        profile = profile.with(log.removeFirst());
      }
      if (profile.events() > 0) {
        var then = Portrait.of(lead.id(), profile, portrait.playbook(), at);
        points.add(new Point(at, then.total().points()));
      }
    }
    points.add(new Point(portrait.now(), portrait.total().points()));
    return new ScoreCurve(List.copyOf(points));
  }

  /** By how much it rose in the last week; empty of whom nobody knew a week ago. */
  public OptionalLong rise() {
    return points.size() < 2
        ? OptionalLong.empty()
        : OptionalLong.of(points.getLast().points() - points.get(points.size() - 2).points());
  }
}
