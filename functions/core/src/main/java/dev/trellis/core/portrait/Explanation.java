package dev.trellis.core.portrait;

import dev.trellis.core.event.LeadEvent;
import java.util.List;

/** A score with the events behind every point of it (R88). */
public record Explanation(Score score, List<Reason> reasons) {

  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /** A contribution, and the ids of the events that it was given for, oldest first. */
  public record Reason(Contribution contribution, List<String> events) {
    public Reason {
      events = List.copyOf(events);
    }
  }

  /**
   * Explains every score of a portrait.
   *
   * @param log all events of the lead, in any order
   */
  public static List<Explanation> of(Portrait portrait, List<LeadEvent> log) {
    var trace = new Trace(portrait, log);
    return portrait.scores().stream().map(score -> of(score, trace)).toList();
  }

  private static Explanation of(Score score, Trace trace) {
    return new Explanation(
        score,
        score.contributions().stream()
            .map(c -> new Reason(c, trace.eventsOf(c.evidence())))
            .toList());
  }
}
