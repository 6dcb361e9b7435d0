package dev.trellis.core.journey;

import java.time.Instant;
import java.util.List;

/**
 * Where a lead stands in one journey.
 *
 * @param visit names what started it: a stay in a pool or a submission. A journey starts once per
 *     visit.
 * @param step id of the step the lead stands at; null when the journey has ended, unless by a merge
 * @param since when that step began
 * @param dueAt when time alone moves the lead on; null if only an event can, or nothing
 * @param lastContent the content most recently sent by this journey
 * @param effects what the journey asked for so far, newest last; those older than {@link
 *     #KEEP_EFFECTS_DAYS} days drop out. Kept so that a redelivered message can repeat them.
 * @param outcome how it ended, or null
 * @param version for conditional writes; 0 before the first write
 */
public record Enrollment(
    String journey,
    int journeyVersion,
    String visit,
    Instant startedAt,
    String step,
    Instant since,
    Instant dueAt,
    String lastContent,
    List<Issued> effects,
    String outcome,
    long version) {

  public static final int KEEP_EFFECTS_DAYS = 14;

  public Enrollment {
    effects = effects == null ? List.of() : List.copyOf(effects);
  }

  /** An effect and the instant at which the journey asked for it. */
  public record Issued(Instant at, Effect effect) {}

  public boolean active() {
    return outcome == null;
  }

  /** The same with the next version, as a store writes it. */
  public Enrollment nextVersion() {
    return new Enrollment(
        journey,
        journeyVersion,
        visit,
        startedAt,
        step,
        since,
        dueAt,
        lastContent,
        effects,
        outcome,
        version + 1);
  }
}
