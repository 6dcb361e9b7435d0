package dev.trellis.core.journey;

import static dev.trellis.core.journey.Enrollment.CANCELLED;

import module java.base;

import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/**
 * Which journeys a lead should be in, read from where it stands rather than from messages: a lost
 * or repeated signal changes nothing, and no visit starts a journey twice (R91).
 */
public final class Enrolling {

  /** The visit of everybody who is sent a letter: there is one. */
  static final String LETTER = "letter";

  /** An older submission than this starts nothing any more. */
  private static final Duration FRESH = Duration.ofDays(2);

  /** Nor does an older wish to enroll: so long a signal may lie in the dead letters. */
  private static final Duration WISHED = Duration.ofDays(14);

  /** So often a form begins a journey for one lead as it comes; after that, once in a week. */
  static final int MOST_SUBMITTED = 10;

  private static final Duration SELDOM = Duration.ofDays(7);

  private final Programs programs;
  private final Predicate<Journey> isGoing;

  public Enrolling(Playbook playbook) {
    this(new Programs(playbook));
  }

  /** Of whom no letter is going out. */
  public Enrolling(Programs programs) {
    this(programs, _ -> false);
  }

  /**
   * @param isGoing tells of a letter that a person has let go, and whose hour has come
   */
  public Enrolling(Programs programs, Predicate<Journey> isGoing) {
    this.programs = programs;
    this.isGoing = isGoing;
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
    for (var program : programs.current()) {
      var journey = program.journey();
      var had = of(journey, own);
      var begun =
          visits(journey, profile, position, own, absorbed, now).stream()
              .flatMap(visit -> again(journey, visit, had).stream())
              .flatMap(visit -> begin(program, visit, absorbed, now).stream())
              .toList();
      due.addAll(begun);
      if (begun.isEmpty() && had.stream().noneMatch(Enrollment::active)) {
        putIn(journey, profile, position, now)
            .filter(visit -> had.stream().noneMatch(e -> e.visit().equals(visit.id())))
            .ifPresent(visit -> due.add(Walk.start(program, visit.id(), visit.since(), now)));
      }
    }
    return due;
  }

  /** The visit by which a person put the lead in, within what began it otherwise. */
  private static Optional<Visit> putIn(
      Journey journey, Profile profile, Optional<Position> position, Instant now) {
    return profile
        .fact(Field.STEERED + journey.id())
        .filter(said -> said.value().equals(Field.PUT_IN) && said.at().isAfter(now.minus(WISHED)))
        .flatMap(said ->
            basis(journey, profile, position)
                .map(of -> new Visit(of + "#" + said.event(), said.at())));
  }

  private static Optional<String> basis(
      Journey journey, Profile profile, Optional<Position> position) {
    return switch (journey.trigger()) {
      case Trigger.Enters(String pool) -> stay(pool, position).map(Visit::id);
      case Trigger.Submits(String form) -> profile.fact(Field.SUBMITTED + form).map(Fact::value);
      case Trigger.Joins _, Trigger.CallsBack _, Trigger.Enrolled _ -> Optional.of("hand");
      case Trigger.Letter _ -> Optional.empty(); // goes to whom a person said yes to
    };
  }

  /** Why a person cannot put a lead into a journey. */
  public enum Obstacle {
    /** It is in it. */
    UNDER_WAY,
    /** A rule excludes the lead. */
    EXCLUDED,
    /** It is not in the pool that the journey is for. */
    NOT_IN_POOL,
    /** It never sent the form that the journey answers. */
    NEVER_SUBMITTED
  }

  /**
   * What keeps a lead from being put into a journey by a person; empty if nothing does.
   *
   * @param own enrollments of the lead
   */
  public static Optional<Obstacle> obstacle(
      Journey journey, Portrait portrait, Optional<Position> position, Collection<Enrollment> own) {
    if (of(journey, own).stream().anyMatch(Enrollment::active)) {
      return Optional.of(Obstacle.UNDER_WAY);
    } else if (!isFor(journey, portrait)) {
      return Optional.of(Obstacle.EXCLUDED);
    } else if (basis(journey, portrait.profile(), position).isEmpty()) {
      return Optional.of(
          journey.trigger() instanceof Trigger.Submits
              ? Obstacle.NEVER_SUBMITTED
              : Obstacle.NOT_IN_POOL);
    }
    return journey.until() == null
            || position.filter(p -> p.placement().isIn(journey.until())).isPresent()
        ? Optional.empty()
        : Optional.of(Obstacle.NOT_IN_POOL);
  }

  /** True if a person took the lead out since it began. */
  public static boolean isTakenOut(Enrollment enrollment, Profile profile) {
    return profile
        .fact(Field.STEERED + enrollment.journey())
        .filter(said -> said.value().equals(Field.TAKEN_OUT))
        .filter(said -> !said.at().isBefore(enrollment.startedAt()))
        .isPresent();
  }

  private static List<Enrollment> of(Journey journey, Collection<Enrollment> enrollments) {
    return enrollments.stream().filter(e -> e.journey().equals(journey.id())).toList();
  }

  /** The visit to start; empty if there is nothing (more) to start. */
  private static Optional<Visit> again(Journey journey, Visit visit, List<Enrollment> had) {
    return switch (journey.again()) {
      case NEVER -> had.isEmpty() ? Optional.of(visit) : Optional.empty();
      case VISIT ->
          had.stream().anyMatch(e -> e.visit().equals(visit.id())) || isTooMuch(journey, visit, had)
              ? Optional.empty()
              : Optional.of(visit);
      case ALWAYS -> {
        var before = had.stream().filter(visit::isOf).toList();
        yield before.stream().anyMatch(e -> e.active() || CANCELLED.equals(e.outcome()))
                || before.isEmpty() && isTooMuch(journey, visit, had)
            ? Optional.empty()
            : Optional.of(visit.round(before));
      }
    };
  }

  // Anybody may submit a form with anybody's address, and each enrollment is read with all others.
  private static boolean isTooMuch(Journey journey, Visit visit, List<Enrollment> had) {
    return journey.trigger() instanceof Trigger.Submits
        && had.size() >= MOST_SUBMITTED
        && had.stream().anyMatch(e -> e.startedAt().isAfter(visit.since().minus(SELDOM)));
  }

  private static Optional<Enrollment> begin(
      Program program, Visit visit, Collection<Enrollment> absorbed, Instant now) {
    var journey = program.journey();
    var before = absorbed.stream().filter(e -> isVisit(e, journey.id(), visit.id())).toList();
    if (before.isEmpty()) {
      var isRepeated =
          journey.again() == Again.NEVER
              && absorbed.stream().anyMatch(e -> e.journey().equals(journey.id()));
      return isRepeated
          ? Optional.empty()
          : Optional.of(Walk.start(program, visit.id(), visit.since(), now));
    }
    return before.stream().allMatch(Enrollment::isUnfinished)
        ? before.stream().max(Comparator.comparing(Enrollment::since)).map(Enrollment::resumed)
        : Optional.empty();
  }

  /**
   * False once the pool was left that the journey is for, even if it was entered again since: that
   * is another stay, with an enrollment of its own.
   */
  public static boolean stays(Journey journey, Enrollment enrollment, Optional<Position> position) {
    if (journey.until() == null) {
      return true;
    }
    if (journey.trigger() instanceof Trigger.Enters(String pool) && pool.equals(journey.until())) {
      return stay(pool, position).filter(v -> v.isOf(enrollment)).isPresent();
    }
    return position
        .map(p -> p.entered().get(journey.until()))
        .filter(entered -> !entered.isAfter(enrollment.startedAt()))
        .isPresent();
  }

  /**
   * True if a merge ended it that was undone since: the lead goes on where it stood, unless it has
   * left the pool or begun again in between.
   *
   * @param all enrollments of the lead, which nobody has absorbed
   */
  public static boolean isToReopen(
      Journey journey,
      Enrollment enrollment,
      Collection<Enrollment> all,
      Optional<Position> position) {
    return Enrollment.MERGED.equals(enrollment.outcome())
        && isInPool(journey, enrollment, position)
        && !isOvertaken(journey, enrollment, all);
  }

  /**
   * False if a rule excludes the lead, whatever pool it is in (R30, R51): then only journeys are
   * for it that answer what it submitted, or remind us of a call.
   */
  public static boolean isFor(Journey journey, Portrait portrait) {
    return switch (journey.trigger()) {
      case Trigger.Submits _, Trigger.CallsBack _ -> true;
      case Trigger.Enters _, Trigger.Joins _, Trigger.Enrolled _, Trigger.Letter _ ->
          portrait.exclusions().isEmpty();
    };
  }

  /** False once there was another call since the one that said to call again. */
  static boolean isToCall(Journey journey, Enrollment enrollment, Profile profile) {
    return !(journey.trigger() instanceof Trigger.CallsBack)
        || profile.callback().filter(back -> back.call().equals(enrollment.visit())).isPresent();
  }

  /** True if it went on from a lead that was absorbed, and that has taken its submission along. */
  public static boolean isAnothers(Journey journey, Profile profile) {
    return journey.trigger() instanceof Trigger.Submits(String form)
        && profile.fact(Field.SUBMITTED + form).isEmpty();
  }

  /** True if the journey is for no pool, or the lead is still in it and in the same stay. */
  public static boolean isInPool(
      Journey journey, Enrollment enrollment, Optional<Position> position) {
    return journey.until() == null
        || stays(journey, enrollment, position)
            && position.filter(p -> p.placement().isIn(journey.until())).isPresent();
  }

  /**
   * True if the same form was submitted again since: whoever asks twice is under way once, and gets
   * nothing twice that comes later.
   *
   * @param all enrollments of the lead
   */
  public static boolean isOvertaken(
      Journey journey, Enrollment enrollment, Collection<Enrollment> all) {
    return journey.trigger() instanceof Trigger.Submits
        && all.stream()
            .filter(e -> e.journey().equals(journey.id()))
            .anyMatch(e -> e.startedAt().isAfter(enrollment.startedAt()));
  }

  private record Visit(String id, Instant since) {

    /** A stay in a pool or a group. */
    static Visit of(String place, Instant since) {
      return new Visit(place + "@" + since.toEpochMilli(), since);
    }

    boolean isOf(Enrollment enrollment) {
      return enrollment.visit().equals(id) || enrollment.visit().startsWith(id + "#");
    }

    /** The next round of the same visit, which begins where the last one ended. */
    Visit round(List<Enrollment> before) {
      return before.stream()
          .map(Enrollment::since)
          .max(Comparator.naturalOrder())
          .map(last -> new Visit(id + "#" + (before.size() + 1), last))
          .orElse(this);
    }
  }

  private List<Visit> visits(
      Journey journey,
      Profile profile,
      Optional<Position> position,
      Collection<Enrollment> own,
      Collection<Enrollment> absorbed,
      Instant now) {
    return switch (journey.trigger()) {
      case Trigger.Enters(String pool) -> stay(pool, position).map(List::of).orElse(List.of());
      case Trigger.Joins(String group) ->
          position
              .map(p -> p.groups().get(group))
              .map(since -> List.of(Visit.of(group, since)))
              .orElse(List.of());
      case Trigger.Submits(String form) ->
          profile
              .fact(Field.SUBMITTED + form)
              .filter(f -> f.at().isAfter(now.minus(FRESH)))
              .map(f -> List.of(new Visit(f.value(), f.at())))
              .orElseGet(() -> underWay(journey, absorbed).toList());
      case Trigger.CallsBack _ ->
          profile
              .callback()
              .filter(back -> back.at().isAfter(now.minus(FRESH)))
              .map(back -> List.of(new Visit(back.call(), back.at())))
              .orElse(List.of());
      case Trigger.Letter letter ->
          Stream.concat(
                  letter(journey, letter, position, now).stream(), underWay(journey, absorbed))
              .distinct()
              .toList();
      case Trigger.Enrolled _ ->
          Stream.concat(
                  Stream.of(own, absorbed)
                      .flatMap(Collection::stream)
                      .flatMap(e -> wishes(journey, e, now.minus(WISHED))),
                  underWay(journey, absorbed))
              .distinct()
              .toList();
    };
  }

  // Who joins the group after the hour gets it no more, nor who has left it before their turn.
  private Optional<Visit> letter(
      Journey journey, Trigger.Letter letter, Optional<Position> position, Instant now) {
    return position
        .map(p -> p.groups().get(letter.group()))
        .filter(since -> !since.isAfter(letter.at()))
        .filter(_ -> !now.isBefore(letter.at()) && now.isBefore(letter.expires()))
        .filter(_ -> isGoing.test(journey))
        .map(_ -> new Visit(LETTER, letter.at()));
  }

  private static Stream<Visit> wishes(Journey journey, Enrollment from, Instant since) {
    return from.effects().stream()
        .filter(i -> i.at().isAfter(since))
        .flatMap(i ->
            i.effect() instanceof Effect.Enroll enroll && enroll.journey().equals(journey.id())
                ? Stream.of(new Visit(enroll.enrollId(), i.at()))
                : Stream.empty());
  }

  // Where an absorbed lead was under way the lead that absorbed it goes on, however long ago it
  // began.
  private static Stream<Visit> underWay(Journey journey, Collection<Enrollment> absorbed) {
    return absorbed.stream()
        .filter(e -> e.journey().equals(journey.id()) && e.isUnfinished())
        .map(e -> new Visit(e.visit(), e.startedAt()));
  }

  private static Optional<Visit> stay(String pool, Optional<Position> position) {
    return position.map(p -> p.entered().get(pool)).map(since -> Visit.of(pool, since));
  }

  private static boolean isVisit(Enrollment enrollment, String journey, String visit) {
    return enrollment.journey().equals(journey) && enrollment.visit().equals(visit);
  }
}
