package dev.trellis.core.portrait;

import dev.trellis.core.playbook.HeatScale;
import dev.trellis.core.playbook.HeatScale.Threshold;
import java.util.Locale;

/**
 * Hot, warm or cold: judged by content tags, activity score and key behaviours, and nothing else
 * (R74, R98).
 *
 * @param contentTags reads of contents that carry a tag
 * @param activity in thousandths of a point
 * @param keys key behaviours shown
 */
public record Heat(Level level, int contentTags, long activity, int keys) {

  /** From the least to the most. */
  public enum Level {
    COLD,
    WARM,
    HOT;

    /** As conditions ask for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Heat of(HeatScale scale, int contentTags, long activity, int keys) {
    var level =
        reaches(scale.hot(), contentTags, activity, keys)
            ? Level.HOT
            : reaches(scale.warm(), contentTags, activity, keys) ? Level.WARM : Level.COLD;
    return new Heat(level, contentTags, activity, keys);
  }

  private static boolean reaches(Threshold threshold, int contentTags, long activity, int keys) {
    return contentTags >= threshold.contentTags()
        && activity >= Points.whole(threshold.activity())
        && keys >= threshold.keys();
  }
}
