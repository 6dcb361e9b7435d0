package dev.trellis.console.journey;

import module java.base;

import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;

/**
 * What publishing a new or changed journey, or removing it, does to those on their way, told before
 * it is done.
 *
 * @param from today's version; null if there is no such journey yet
 * @param to the changed one; null if the journey is removed
 * @param stay go on by the version that they began with, since it is kept
 * @param move go on by the changed version, from the step where they stand
 * @param end for them the journey ends
 * @param twice those who move and were sent what comes after their step from now on, such as when a
 *     step of the same name was added before it
 * @param leftOut those who move and would not be sent what comes before their step from now on
 */
public record JourneyChange(
    String journey,
    Integer from,
    Integer to,
    List<Traveller> stay,
    List<Traveller> move,
    List<Ending> end,
    List<Traveller> twice,
    List<Traveller> leftOut) {

  public JourneyChange {
    stay = List.copyOf(stay);
    move = List.copyOf(move);
    end = List.copyOf(end);
    twice = List.copyOf(twice);
    leftOut = List.copyOf(leftOut);
  }

  /** Somebody on the way. */
  public record Traveller(String lead, Enrollment enrollment, Optional<Position> position) {

    /** The version of the journey that it was when they began. */
    public int version() {
      return enrollment.journeyVersion();
    }

    /** The step where they stand. */
    public String step() {
      return enrollment.step();
    }
  }

  /** Somebody for whom the journey ends, with the outcome it will have. */
  public record Ending(Traveller traveller, String outcome) {}

  /**
   * @param today empty if there is no such journey yet
   * @param changed empty if the journey is removed
   * @param kept earlier versions that are kept, by {@code id@version}
   * @param travellers everybody who is in this journey now
   */
  public static JourneyChange of(
      String id,
      Optional<Journey> today,
      Optional<Journey> changed,
      Map<String, Journey> kept,
      Collection<Traveller> travellers) {
    var from = today.map(Program::of);
    var to = changed.map(Program::of);
    var own = new HashMap<String, Program>();
    kept.forEach((version, journey) -> own.put(version, Program.of(journey)));
    var stay = new ArrayList<Traveller>();
    var move = new ArrayList<Traveller>();
    var end = new ArrayList<Ending>();
    for (var traveller : travellers) {
      var began = Optional.ofNullable(own.get(id + "@" + traveller.version()));
      var outcome = outcome(began.or(() -> to), traveller);
      if (outcome.isPresent()) {
        end.add(new Ending(traveller, outcome.get()));
      } else if (began.isPresent()) {
        stay.add(traveller);
      } else {
        move.add(traveller);
      }
    }
    return new JourneyChange(
        id,
        today.map(Journey::version).orElse(null),
        changed.map(Journey::version).orElse(null),
        stay,
        move,
        end,
        from.stream().flatMap(p -> twice(p, to, move)).toList(),
        from.stream().flatMap(p -> leftOut(p, to, move)).toList());
  }

  private static Stream<Traveller> twice(
      Program today, Optional<Program> changed, List<Traveller> move) {
    return move.stream().filter(t -> isTwice(today, changed.orElseThrow(), t.step()));
  }

  private static Stream<Traveller> leftOut(
      Program today, Optional<Program> changed, List<Traveller> move) {
    return move.stream().filter(t -> isLeftOut(today, changed.orElseThrow(), t.step()));
  }

  /** How the journey ends for somebody at their next signal; empty if it goes on. */
  private static Optional<String> outcome(Optional<Program> program, Traveller traveller) {
    if (program.isEmpty()) {
      return Optional.of(Enrollment.GONE);
    }
    if (!Enrolling.isInPool(
        program.get().journey(), traveller.enrollment(), traveller.position())) {
      return Optional.of(Enrollment.LEFT);
    }
    return program.get().ordered(traveller.enrollment().orders()).knows(traveller.step())
        ? Optional.empty()
        : Optional.of(Enrollment.STEP_GONE);
  }

  // What is looked up in the catalogue is never sent twice, whatever the steps say.
  private static boolean isTwice(Program today, Program changed, String step) {
    var were = sends(before(today, step));
    were.removeAll(sends(from(today, step)));
    were.removeIf(send -> send.query() != null && send.query().content() == null);
    return !Collections.disjoint(were, sends(from(changed, step)));
  }

  private static boolean isLeftOut(Program today, Program changed, String step) {
    var due = sends(from(today, step));
    due.removeAll(sends(before(today, step)));
    due.removeAll(sends(from(changed, step)));
    return !Collections.disjoint(due, sends(before(changed, step)));
  }

  private static List<Step> before(Program program, String step) {
    return program.steps().stream().takeWhile(s -> !s.id().equals(step)).toList();
  }

  private static List<Step> from(Program program, String step) {
    return program.steps().stream().dropWhile(s -> !s.id().equals(step)).toList();
  }

  private record Sends(String mail, ContentQuery query) {}

  private static Set<Sends> sends(List<Step> steps) {
    return steps.stream()
        .flatMap(s -> s instanceof Step.Send send ? Stream.of(send) : Stream.empty())
        .map(s -> new Sends(s.mail(), s.content()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** True if the steps changed and the version says that they did not. */
  public static boolean isUnannounced(Journey today, Journey changed) {
    return changed.version() <= today.version() && !changed.equals(today);
  }
}
