package dev.trellis.core.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What publishing a changed journey does to those on their way, told before it is done.
 *
 * @param from today's version
 * @param to the changed one
 * @param stay go on by the version that they began with, since it is kept
 * @param move go on by the changed version, from the step where they stand
 * @param end stand at a step that is gone: for them the journey ends
 */
public record JourneyChange(
    String journey,
    int from,
    int to,
    List<Traveller> stay,
    List<Traveller> move,
    List<Traveller> end) {

  public JourneyChange {
    stay = List.copyOf(stay);
    move = List.copyOf(move);
    end = List.copyOf(end);
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
    return new JourneyChange(today.id(), today.version(), changed.version(), stay, move, end);
  }

  /** True if the steps changed and the version says that they did not. */
  public static boolean isUnannounced(Journey today, Journey changed) {
    return changed.version() <= today.version() && !changed.equals(today);
  }
}
