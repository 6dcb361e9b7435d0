package dev.trellis.core.journey;

import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Wording;
import dev.trellis.core.portrait.Portrait;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A nurture journey (SOP): what starts it, what ends it, and its steps.
 *
 * @param version changes whenever the steps do; leads on their way keep the ids of their sends
 * @param until the pool on whose leaving it ends at once (R68), or null: then it runs to its end
 * @param again whether it starts again for somebody who had it before
 */
public record Journey(
    String id,
    int version,
    Wording name,
    Trigger trigger,
    String until,
    Again again,
    List<Step> program) {

  static final String MERGED = "merged";
  static final String COMPLETED = "completed";
  static final String LEFT = "left";
  static final String STEP_GONE = "step-gone";
  static final String GONE = "journey-gone";
  static final String BEGUN_AGAIN = "begun-again";

  public Journey {
    program = List.copyOf(program);
  }

  /** Whether a journey starts again for the same lead. */
  public enum Again {
    /** Once in a lifetime. */
    NEVER,
    /** Once per stay in the pool, per submission, or per step that enrolls (R91). */
    VISIT,
    /** As soon as it was completed, as long as the stay lasts. */
    ALWAYS
  }

  /**
   * The enrollment after everything that is due has been done, and what others are asked to do.
   *
   * @param ways which way was taken where a step chooses, in order
   */
  public record Advance(Enrollment enrollment, List<Effect> effects, List<Way> ways) {

    public Advance {
      effects = List.copyOf(effects);
      ways = List.copyOf(ways);
    }
  }

  /**
   * A choice that was made.
   *
   * @param isThen true for {@code then}, false for {@code else}
   */
  public record Way(Step step, boolean isThen) {}

  /**
   * A lead at the first step; nothing done yet. Whoever begins late, such as somebody who was in
   * the pool before the journey was published, has all its waits before them.
   *
   * @param at when what starts the journey happened
   */
  public Enrollment start(String visit, Instant at, Instant now) {
    var first = program.isEmpty() ? null : program.getFirst().id();
    return Enrollment.begun(id, version, visit, at, Walk.punctual(at, now), first);
  }

  /**
   * Moves a lead as far as it can go now. The instant is the portrait's.
   *
   * @param mailed when the lead was sent mails by any journey lately, for the one frequency cap
   */
  public Advance advance(
      Enrollment before, Portrait portrait, Placement placement, Collection<Instant> mailed) {
    return before.active()
        ? new Walk(this, before, portrait, placement, mailed).go()
        : new Advance(before, List.of(), List.of());
  }

  /** Where a step is; -1 if there is no such step. */
  public int place(String step) {
    for (int i = 0; i < program.size(); i++) {
      if (program.get(i).id().equals(step)) {
        return i;
      }
    }
    return -1;
  }

  /** The steps above this one in the file; all if there is no such step. */
  List<Step> before(String step) {
    return program.stream().takeWhile(s -> !s.id().equals(step)).toList();
  }

  /** This step and those below it; none if there is no such step. */
  List<Step> from(String step) {
    return program.stream().dropWhile(s -> !s.id().equals(step)).toList();
  }

  /** True if a lead at this step can go on by this program. */
  public boolean knows(String step) {
    return place(step) >= 0;
  }
}
