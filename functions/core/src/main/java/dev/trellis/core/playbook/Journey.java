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
    List<Block> steps) {

  public Journey {
    steps = List.copyOf(steps);
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
}
