package dev.trellis.core.journey;

import dev.trellis.core.journey.Step.ContentQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What publishing a changed journey does to those on their way, told before it is done.
 *
 * @param from today's version
 * @param to the changed one
 * @param stay go on by the version that they began with, since it is kept
 * @param move go on by the changed version, from the step where they stand
 * @param end stand at a step that is gone: for them the journey ends
 * @param twice those who move and were sent what comes after their step from now on, such as when a
 *     step of the same name was added before it
 * @param leftOut those who move and would not be sent what comes before their step from now on
 */
public record JourneyChange(
    String journey,
    int from,
    int to,
    List<Traveller> stay,
    List<Traveller> move,
    List<Traveller> end,
    List<Traveller> twice,
    List<Traveller> leftOut) {

  public JourneyChange {
    stay = List.copyOf(stay);
    move = List.copyOf(move);
    end = List.copyOf(end);
    twice = List.copyOf(twice);
    leftOut = List.copyOf(leftOut);
  }

  /** Somebody on the way, with the version that they began with. */
  public record Traveller(String lead, int version, String step) {
    public static Traveller of(String lead, Enrollment enrollment) {
      return new Traveller(lead, enrollment.journeyVersion(), enrollment.step());
    }
  }

  /**
   * @param kept earlier versions that are kept, by {@code id@version}
   * @param travellers everybody who is in this journey now
   */
  public static JourneyChange of(
      Journey today, Journey changed, Map<String, Journey> kept, Collection<Traveller> travellers) {
    var stay = new ArrayList<Traveller>();
    var move = new ArrayList<Traveller>();
    var end = new ArrayList<Traveller>();
    for (var traveller : travellers) {
      var own = kept.get(today.id() + "@" + traveller.version());
      if (!(own == null ? changed : own).knows(traveller.step())) {
        end.add(traveller);
      } else if (own != null) {
        stay.add(traveller);
      } else {
        move.add(traveller);
      }
    }
    return new JourneyChange(
        today.id(),
        today.version(),
        changed.version(),
        stay,
        move,
        end,
        move.stream().filter(t -> isTwice(today, changed, t.step())).toList(),
        move.stream().filter(t -> isLeftOut(today, changed, t.step())).toList());
  }

  // What is looked up in the catalogue is never sent twice, whatever the steps say.
  private static boolean isTwice(Journey today, Journey changed, String step) {
    var were = sends(today.before(step));
    were.removeAll(sends(today.from(step)));
    were.removeIf(send -> send.query() != null && send.query().content() == null);
    return !Collections.disjoint(were, sends(changed.from(step)));
  }

  private static boolean isLeftOut(Journey today, Journey changed, String step) {
    var due = sends(today.from(step));
    due.removeAll(sends(today.before(step)));
    due.removeAll(sends(changed.from(step)));
    return !Collections.disjoint(due, sends(changed.before(step)));
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
