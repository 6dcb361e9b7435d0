package dev.trellis.core.forecast;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.lifecycle.Grouping;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.lifecycle.Relocation;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/**
 * Tells what a playbook does to leads before it is done, by the functions that do it: they are
 * placed, and the journeys that begin are walked through their first days as if nothing else
 * happened.
 */
public final class Foresight {

  /** A journey that goes on for ever within an instant is no reason to count for ever. */
  private static final int MOST_LOOKS = 200;

  private final Playbook playbook;
  private final Lifecycle lifecycle;
  private final Programs programs;
  private final Enrolling enrolling;

  public Foresight(Playbook playbook) {
    this.playbook = playbook;
    this.lifecycle = new Lifecycle(playbook);
    this.programs = new Programs(playbook);
    this.enrolling = new Enrolling(programs);
  }

  /**
   * What the playbook has in store for a lead that was placed before.
   *
   * @param groups that leads are placed in
   * @param own enrollments of the lead
   * @param absorbed enrollments of the leads that were merged into it
   */
  public Outlook of(
      String lead,
      Profile profile,
      Position before,
      Grouping groups,
      Collection<Enrollment> own,
      Collection<Enrollment> absorbed,
      Instant now) {
    var portrait = Portrait.of(lead, profile, playbook, now);
    var moved =
        Relocation.of(portrait)
            .to(lifecycle.place(portrait), Optional.of(before), Map.of())
            .position();
    var since = new TreeMap<String, Instant>();
    groups
        .of(portrait, moved.placement(), Optional.of(before), List.of())
        .forEach((group, membership) -> since.put(group, membership.since()));
    var after = moved.in(since);
    var play = new Play(portrait, after, own, absorbed);
    play.run();
    return new Outlook(
        before.placement(),
        after.placement(),
        without(after, before),
        without(before, after),
        play.journeys(),
        play.mails);
  }

  private static SortedSet<String> without(Position one, Position other) {
    var groups = new TreeSet<>(one.groups().keySet());
    groups.removeAll(other.groups().keySet());
    return groups;
  }

  /** The first days of what begins for one lead. */
  private final class Play {

    private final Portrait first;
    private final Position position;
    private final Collection<Enrollment> own;
    private final Collection<Enrollment> absorbed;
    private final List<Instant> mailed;
    private final SequencedMap<List<String>, Enrollment> begun = new LinkedHashMap<>();
    private int mails;

    Play(
        Portrait first,
        Position position,
        Collection<Enrollment> own,
        Collection<Enrollment> absorbed) {
      this.first = first;
      this.position = position;
      this.own = own;
      this.absorbed = absorbed;
      this.mailed =
          Stream.of(own, absorbed)
              .flatMap(Collection::stream)
              .flatMap(e -> e.paced(playbook))
              .collect(Collectors.toCollection(ArrayList::new));
    }

    SortedSet<String> journeys() {
      return begun.values().stream()
          .map(Enrollment::journey)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    void run() {
      var end = first.now().plus(Forecast.FIRST_DAYS);
      var next = Optional.of(first.now());
      for (int looks = 0; looks < MOST_LOOKS && next.isPresent(); looks++) {
        next = look(next.get()).filter(at -> at.isBefore(end));
      }
    }

    /** Goes on as far as it goes at an instant; tells when it goes on again. */
    private Optional<Instant> look(Instant at) {
      var portrait = Portrait.of(first.lead(), first.profile(), playbook, at);
      var all = Stream.concat(own.stream(), begun.values().stream()).toList();
      enrolling.due(portrait.profile(), Optional.of(position), all, absorbed, at).stream()
          .filter(e -> programs.of(e.journey(), e.journeyVersion()).isPresent())
          .filter(e ->
              Enrolling.isFor(
                  Objects.requireNonNull(playbook.journeys().get(e.journey())), portrait))
          .forEach(e -> begun.put(List.of(e.journey(), e.visit()), e));
      var isMore = false;
      for (var each : begun.entrySet()) {
        isMore |= advance(each, portrait);
      }
      return isMore
          ? Optional.of(at)
          : begun.values().stream()
              .filter(Enrollment::active)
              .flatMap(e -> Optional.ofNullable(e.dueAt()).stream())
              .min(Comparator.naturalOrder());
    }

    private boolean advance(Map.Entry<List<String>, Enrollment> each, Portrait portrait) {
      var before = each.getValue();
      var program = programs.of(before.journey(), before.journeyVersion()).orElseThrow();
      var advance = Walk.advance(program, before, portrait, position.placement(), mailed);
      each.setValue(advance.enrollment());
      for (var effect : advance.effects()) {
        if (effect instanceof Effect.Send send) {
          mails += !send.internal() && isReached(portrait) ? 1 : 0;
          if (send.isPaced(playbook)) {
            mailed.add(portrait.now());
          }
        }
      }
      return advance.effects().stream().anyMatch(Effect.Enroll.class::isInstance);
    }
  }

  private static boolean isReached(Portrait portrait) {
    return portrait.email().isPresent()
        && portrait.profile().value(Field.CONSENT).filter("yes"::equals).isPresent();
  }
}
