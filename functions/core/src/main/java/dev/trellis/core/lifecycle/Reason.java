package dev.trellis.core.lifecycle;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a lead stands where it stands: one rule that decided (R67). Its text is for machines to
 * compare; {@link PlacementText} says it to people.
 */
public sealed interface Reason extends Json.FormerText {

  @Override
  String toString();

  /** Reads what stands in items that were written when reasons were texts. */
  static Reason parse(String text) {
    return ReasonWords.read(text);
  }

  /** The stage's condition holds. */
  record ByStage(String stage, Condition when) implements Reason {
    @Override
    public String toString() {
      return ReasonWords.STAGE + stage + ": " + ReasonWords.of(when);
    }
  }

  /** The pool is the first of its siblings whose condition holds. */
  record InPool(String pool, Condition when) implements Reason {
    @Override
    public String toString() {
      return inPool(pool, ReasonWords.of(when));
    }
  }

  /** These rules exclude the lead from nurture (R30). */
  record Excluded(List<String> rules) implements Reason {
    public Excluded {
      rules = List.copyOf(rules);
    }

    @Override
    public String toString() {
      return ReasonWords.EXCLUDED + String.join(", ", rules);
    }
  }

  /** Sales returned the lead, and whatever it says of that leads to the pool (R65). */
  record Returned(String pool, String reason) implements Reason {
    @Override
    public String toString() {
      return inPool(pool, ReasonWords.RETURNED + reason);
    }
  }

  /** A journey ended cold in the pool {@code from}, so the lead stands below it (R101). */
  record Demoted(String pool, String from) implements Reason {
    @Override
    public String toString() {
      return inPool(pool, ReasonWords.DEMOTED + from);
    }
  }

  /** The lead has just come back to the pool, wherever else it belongs by now. */
  record Rests(String pool, Instant until) implements Reason {
    @Override
    public String toString() {
      return inPool(pool, ReasonWords.RESTS + until);
    }
  }

  /**
   * A person put the lead into the stage, the pool or both.
   *
   * @param stage null if the rules found it
   * @param pool null if the rules found it
   */
  record ByHand(@Nullable String stage, @Nullable String pool, String actor, Instant until)
      implements Reason {
    @Override
    public String toString() {
      return "by hand of " + actor + " until " + until + ": " + stage + " " + pool;
    }
  }

  /** A text of which nothing more is known than how it was written down. */
  record Worded(String text) implements Reason {
    @Override
    public String toString() {
      return text;
    }
  }

  private static String inPool(String pool, String why) {
    return ReasonWords.POOL + pool + ": " + why;
  }
}
