package dev.trellis.core.journey;

import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which journeys a lead should be in, read from where it stands rather than from messages: a lost
 * or repeated signal changes nothing, and no visit starts a journey twice (R91).
 */
public final class Enrolling {

  /** An older submission than this starts nothing any more. */
  private static final Duration FRESH = Duration.ofDays(2);

  private final Playbook playbook;

  public Enrolling(Playbook playbook) {
    this.playbook = playbook;
  }

  /**
   * New enrollments: at their first step, or where an absorbed lead stood in the same visit.
   *
   * @param own enrollments of the lead
   * @param absorbed enrollments of the leads that were merged into it
   */
  public List<Enrollment> due(
      Profile profile,
      Optional<Position> position,
      Collection<Enrollment> own,
      Collection<Enrollment> absorbed,
      Instant now) {
    var due = new ArrayList<Enrollment>();
    for (var journey : playbook.journeys().values()) {
      visit(journey.trigger(), profile, position, now)
          .filter(visit -> own.stream().noneMatch(e -> isVisit(e, journey.id(), visit.id())))
          .flatMap(visit -> begin(journey, visit, absorbed))
          .ifPresent(due::add);
    }
    return due;
  }

  private static Optional<Enrollment> begin(
      Journey journey, Visit visit, Collection<Enrollment> absorbed) {
    var before = absorbed.stream().filter(e -> isVisit(e, journey.id(), visit.id())).toList();
    if (before.isEmpty()) {
      return Optional.of(journey.start(visit.id(), visit.since()));
    }
    return before.stream().allMatch(Enrolling::isUnfinished)
        ? before.stream().max(Comparator.comparing(Enrollment::since)).map(Journey::resumed)
        : Optional.empty();
  }

  private static boolean isUnfinished(Enrollment enrollment) {
    return enrollment.active() || enrollment.outcome().equals(Journey.MERGED);
  }

  /**
   * False once the pool whose entering started the enrollment was left, even if it was entered
   * again since: that is another stay, with an enrollment of its own.
   */
  public static boolean stays(Trigger trigger, Enrollment enrollment, Optional<Position> position) {
    return switch (trigger) {
      case Trigger.Enters enters ->
          stay(enters, position).filter(v -> v.id().equals(enrollment.visit())).isPresent();
      case Trigger.Submits _ -> true;
    };
  }

  private record Visit(String id, Instant since) {}

  private static Optional<Visit> visit(
      Trigger trigger, Profile profile, Optional<Position> position, Instant now) {
    return switch (trigger) {
      case Trigger.Enters enters -> stay(enters, position);
      case Trigger.Submits(String form) ->
          profile
              .fact(Field.SUBMITTED + form)
              .filter(f -> f.at().plus(FRESH).isAfter(now))
              .map(f -> new Visit(f.value(), f.at()));
    };
  }

  private static Optional<Visit> stay(Trigger.Enters enters, Optional<Position> position) {
    return position
        .map(p -> p.entered().get(enters.pool()))
        .map(since -> new Visit(enters.pool() + "@" + since.toEpochMilli(), since));
  }

  private static boolean isVisit(Enrollment enrollment, String journey, String visit) {
    return enrollment.journey().equals(journey) && enrollment.visit().equals(visit);
  }
}
