package dev.trellis.core.playbook;

import dev.trellis.core.text.Wording;
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
  public List<Step> before(String step) {
    return program.stream().takeWhile(s -> !s.id().equals(step)).toList();
  }

  /** This step and those below it; none if there is no such step. */
  public List<Step> from(String step) {
    return program.stream().dropWhile(s -> !s.id().equals(step)).toList();
  }

  /** True if a lead at this step can go on by this program. */
  public boolean knows(String step) {
    return place(step) >= 0;
  }
}
